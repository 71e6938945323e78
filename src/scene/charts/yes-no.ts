import { outputsText } from '../../text/layers/outputs.ts';
import { formatFixed } from '../format.ts';
import type { Mark, Target } from '../marks.ts';
import type { Rect } from '../rect.ts';
import { fitText, textWidth } from '../text-width.ts';

/** From this probability on it is a yes. */
export const THRESHOLD = 0.5;

export interface YesNoRequest {
  /** The probability of the second of two answers. */
  readonly value: number;
  readonly rect: Rect;
  /** The two answers, no first. */
  readonly labels?: readonly string[] | undefined;
  /** 0 or 1, where it is known. */
  readonly truth?: number | undefined;
  readonly target?: Target | undefined;
}

/** A probability on its way from no to yes, with the threshold between the two; the truth is ticked at its end. */
export function yesNoMarks({ value, rect, labels, truth, target }: YesNoRequest): Mark[] {
  const { x, y, width, height } = rect;
  const size = Math.max(9, Math.min(12, height * 0.28));
  const thick = Math.max(5, Math.min(14, height * 0.24));
  const middle = y + height / 2;
  const top = middle - thick / 2;
  const yes = value >= THRESHOLD;
  const left = x + 2;
  const room = width - 4;
  const at = left + room * Math.min(1, Math.max(0, value));
  const said = formatFixed(value);
  const half = textWidth(said, size, 600) / 2;
  const [no = outputsText.no, one = outputsText.yes] = labels?.length === 2 ? labels : [];
  const below = { type: 'text', y: top + thick + size + 3, size } as const;
  const names = room / 2 - 16;
  const cut = left + room * THRESHOLD;
  const marks: Mark[] = [
    { type: 'rect', ...rect, fill: 'none', ...(target && { target }) },
    { type: 'rect', x: left, y: top, width: room, height: thick, fill: 'line', opacity: 0.5, radius: 2 },
    {
      type: 'rect',
      x: left,
      y: top,
      width: Math.max(1, at - left),
      height: thick,
      fill: yes ? 'accent' : 'muted',
      radius: 2,
    },
    {
      type: 'path',
      points: [cut, top - 4, cut, top + thick + 4],
      stroke: 'ink',
      strokeWidth: 1.25,
      dash: [2, 2],
    },
    {
      type: 'text',
      x: Math.min(x + width - half, Math.max(x + half, at)),
      y: top - 5,
      text: said,
      size,
      ink: 'ink',
      weight: 600,
      anchor: 'middle',
    },
    {
      ...below,
      x: left,
      text: fitText(no, size, names),
      ink: yes ? 'muted' : 'ink',
      weight: yes ? 400 : 600,
    },
    { ...below, x: cut, text: outputsText.threshold, ink: 'muted', anchor: 'middle' },
    {
      ...below,
      x: x + width - 2,
      text: fitText(one, size, names),
      ink: yes ? 'ink' : 'muted',
      weight: yes ? 600 : 400,
      anchor: 'end',
    },
  ];
  if (truth !== 0 && truth !== 1) return marks;
  const tick = truth === 1 ? x + width - 3 : x;
  marks.push({ type: 'rect', x: tick, y: top - 4, width: 3, height: thick + 8, fill: 'second' });
  const word = textWidth(outputsText.truth, size - 1);
  // Above the tick, where the number is not.
  const free = truth === 1 ? at + half < x + width - word - 8 : at - half > x + word + 8;
  if (free)
    marks.push({
      type: 'text',
      x: truth === 1 ? x + width : x,
      y: top - 6,
      text: outputsText.truth,
      size: size - 1,
      ink: 'second',
      ...(truth === 1 && { anchor: 'end' }),
    });
  return marks;
}
