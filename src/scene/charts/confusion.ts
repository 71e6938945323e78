import { formatCount } from '../format.ts';
import type { Mark, Picture } from '../marks.ts';
import { fitText, textWidth } from '../text-width.ts';

export interface ConfusionRequest {
  /** `confusion[truth][prediction]` counts. */
  readonly confusion: readonly (readonly number[])[];
  readonly labels?: readonly string[] | undefined;
  readonly width: number;
  readonly height: number;
  /** Titles of the axes. */
  readonly truth: string;
  readonly prediction: string;
}

const SIZE = 10;

/**
 * How often each true class (a row) was taken for each class (a column): right in the accent, wrong in the second
 * colour, as strong as the share of its row.
 */
export function confusionPicture(request: ConfusionRequest): Picture {
  const { confusion, width, height } = request;
  const classes = confusion.length;
  const names = confusion.map((_, at) => fitText(request.labels?.[at] ?? String(at), SIZE, 56));
  const left = 18 + Math.max(8, ...names.map((name) => textWidth(name, SIZE)));
  const top = 30;
  const size = Math.floor(Math.min((width - left) / classes, (height - top) / classes));
  const marks: Mark[] = [
    {
      type: 'text',
      x: left + classes * size,
      y: 11,
      text: request.prediction,
      size: SIZE,
      ink: 'muted',
      anchor: 'end',
    },
    { type: 'text', x: 0, y: 11, text: request.truth, size: SIZE, ink: 'muted' },
  ];
  confusion.forEach((row, truth) => {
    const middle = (truth + 0.5) * size;
    const total = row.reduce((sum, count) => sum + count, 0);
    const name = { type: 'text', text: names[truth]!, size: SIZE, ink: 'muted' } as const;
    marks.push({ ...name, x: left - 6, y: top + middle + 3.5, anchor: 'end' });
    if (size >= textWidth(names[truth]!, SIZE))
      marks.push({ ...name, x: left + middle, y: top - 6, anchor: 'middle' });
    row.forEach((count, prediction) => {
      const x = left + prediction * size;
      const y = top + truth * size;
      const label = count > 0 && size >= 14 ? formatCount(count) : undefined;
      const right = truth === prediction;
      const box = { x, y, width: size - 1, height: size - 1 };
      marks.push({ type: 'rect', ...box, fill: 'raised', stroke: 'line' });
      if (count > 0) {
        // Pale enough at its strongest for the figures on it to read in either theme.
        const opacity = Math.max(0.12, 0.45 * Math.sqrt(count / total));
        marks.push({ type: 'rect', ...box, fill: right ? 'accent' : 'second', opacity });
      }
      if (label !== undefined) {
        const figure = Math.min(SIZE, (size - 3) / textWidth(label, 1));
        const at = { x: x + (size - 1) / 2, y: y + (size - 1) / 2 + figure * 0.36 };
        marks.push({ type: 'text', ...at, text: label, size: figure, ink: 'ink', anchor: 'middle' });
      }
    });
  });
  return { width, height, marks };
}
