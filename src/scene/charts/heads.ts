import type { ScaleSpec } from '../../base/color.ts';
import { outputsText } from '../../text/layers/outputs.ts';
import { formatCount } from '../format.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { fitText, textWidth } from '../text-width.ts';

/** One head's distribution: so many numbers from `offset` on, of the output cells that begin with `index`. */
interface Head {
  readonly layer: string;
  readonly values: Float32Array;
  readonly offset: number;
  readonly index: readonly number[];
}

export interface HeadsRequest {
  readonly heads: readonly Head[];
  readonly classes: number;
  readonly rect: Rect;
  readonly labels?: readonly string[] | undefined;
  /** The right class of each head, where they are known. */
  readonly truth?: readonly number[] | undefined;
}

const SHARES: ScaleSpec = { type: 'sequential', min: 0, max: 1 };
const TOP = 18;
const BOTTOM = 30;

/** The class that a head is surest of. */
function bestOf({ values, offset }: Head, classes: number): number {
  let best = 0;
  for (let at = 1; at < classes; at++) if (values[offset + at]! > values[offset + best]!) best = at;
  return best;
}

/** Heads side by side, a column each with its classes down: the surest class framed, the right one dotted, a tick or a cross below. */
export function headsMarks({ heads, classes, rect, labels, truth }: HeadsRequest): Mark[] {
  const size = 10;
  const names = Array.from({ length: classes }, (_, at) => labels?.[at] ?? String(at));
  const widest = Math.max(...names.map((name) => textWidth(name, size)));
  const left = rect.x + Math.min(rect.width * 0.3, widest + 6);
  const room = rect.x + rect.width - left;
  const each = Math.min(36, room / heads.length);
  const row = Math.min(28, (rect.height - TOP - BOTTOM) / classes);
  const top = rect.y + TOP;
  const gap = each > 8 ? 2 : 1;
  const high = classes * row;
  const long = outputsText.heads(formatCount(heads.length), formatCount(classes));
  const said = textWidth(long, size + 0.5) <= rect.width ? long : outputsText.column;
  const marks: Mark[] = [
    {
      type: 'text',
      x: rect.x,
      y: rect.y + 10,
      text: fitText(said, size + 0.5, rect.width),
      size: size + 0.5,
      ink: 'muted',
    },
  ];
  if (row >= 9)
    names.forEach((name, at) => {
      const y = top + (at + 0.5) * row + size * 0.36;
      const text = fitText(name, size, left - rect.x - 4);
      marks.push({ type: 'text', x: left - 6, y, text, size, ink: 'muted', anchor: 'end' });
    });
  let right = 0;
  heads.forEach((head, at) => {
    const x = left + at * each;
    const wide = Math.max(1, each - gap);
    const { layer, values, offset, index } = head;
    const place = { down: index.length, across: -1, at: [...index, 0] };
    marks.push({
      type: 'image',
      x,
      y: top,
      width: wide,
      height: high,
      values,
      offset,
      rows: classes,
      cols: 1,
      rowStride: 1,
      colStride: 1,
      scale: SHARES,
      cells: { layer, place },
    });
    const best = bestOf(head, classes);
    const frame = { x, y: top + best * row, width: wide, height: row } as const;
    marks.push(
      { type: 'rect', ...frame, stroke: 'surface', strokeWidth: 3 },
      { type: 'rect', ...frame, stroke: 'accent', strokeWidth: 2 },
    );
    const correct = truth?.[at];
    if (correct !== undefined) {
      const side = Math.max(4, Math.min(8, wide - 6, row - 6));
      const spot = { x: x + (wide - side) / 2, y: top + (correct + 0.5) * row - side / 2 };
      marks.push(
        {
          type: 'rect',
          x: spot.x - 1,
          y: spot.y - 1,
          width: side + 2,
          height: side + 2,
          radius: side,
          fill: 'surface',
        },
        { type: 'rect', ...spot, width: side, height: side, radius: side / 2, fill: 'second' },
      );
      if (best === correct) right++;
    }
    if (each >= 9) {
      const number = correct === undefined ? String(at) : best === correct ? '✓' : '×';
      const ink = correct === undefined ? 'muted' : best === correct ? 'accent' : 'error';
      marks.push({
        type: 'text',
        x: x + wide / 2,
        y: top + high + 12,
        text: number,
        size,
        ink,
        anchor: 'middle',
      });
    }
  });
  if (truth && truth.length === heads.length) {
    const text = outputsText.right(formatCount(right), formatCount(heads.length));
    marks.push({ type: 'text', x: left, y: top + high + 26, text, size: size + 0.5, ink: 'ink' });
  }
  return marks;
}
