import { timelineText } from '../../text/layers/timeline.ts';
import { spokenLayer } from '../../text/names.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { WORD_INSET, wordMarks, wordSize } from '../words.ts';
import { caption } from './draw.ts';
import type { Block } from './flow.ts';
import type { LensContext } from './request.ts';
import { type TimeWindow, tapSteps } from './time-window.ts';
import { numeral } from './window-place.ts';

const HEAD = 16;
const LARGEST_ROW = 26;
const LEAST_ROW = 9;
const LARGEST_CELL = 16;
/** Between the rows and the output's column: the lines from one to the other. */
const BETWEEN = 34;
/** Most rows, padding too, that stand one below the other. */
const MOST_ROWS = 26;

/** Whether a sequence is short enough to have its steps down, one by one. */
export function runsDown({ from, to }: TimeWindow, words: boolean): boolean {
  return to - from <= (words ? 2 * MOST_ROWS : MOST_ROWS);
}

/** What the steps of a lens's input say: the model's words, where the input still has a step each. */
export function wordsOf({ words, source }: LensContext): readonly string[] | undefined {
  return words && words.length === source.shape[0] ? words : undefined;
}

/**
 * Steps down and channels across, each step with its word or its number before it, the window as high as its steps, and
 * the output channel as a column at the height of its windows' middles (of a causal layer, their ends). Padding is hatched.
 */
export function timeDown(
  context: LensContext,
  request: { readonly time: TimeWindow; readonly width: number; readonly height: number },
): Block {
  const { source, trace, layer, traced, index } = context;
  const { time, width, height } = request;
  const [steps, channels] = source.shape as [number, number];
  const [at, filter] = index as [number, number];
  const words = wordsOf(context);
  const rows = time.to - time.from;
  const row = Math.max(LEAST_ROW, Math.min(LARGEST_ROW, Math.floor((height - HEAD) / rows)));
  const y = (step: number) => HEAD + (step - time.from) * row;
  const numbers = textWidth(numeral(-steps), 10) + 8;
  const longest = Math.max(0, ...(words ?? []).map((word) => textWidth(word, wordSize(row))));
  const before = words ? Math.min(width * 0.4, longest + 2 * WORD_INSET + 4) : numbers;
  const column = Math.max(14, Math.min(LARGEST_ROW, row * time.each));
  const across = Math.min(channels * LARGEST_CELL, Math.max(24, width - before - BETWEEN - column));
  const right = before + across;
  const { steps: taps, first, last } = tapSteps(time, at);
  const marks: Mark[] = [caption(before, HEAD - 5, spokenLayer(source.name), { size: 10 })];
  for (const [from, to] of [
    [time.padded[0], 0],
    [steps, time.padded[1]],
  ] as const) {
    if (to <= from) continue;
    const hatched = { x: before, y: y(from), width: across, height: (to - from) * row };
    marks.push({ type: 'rect', ...hatched, padding: true, stroke: 'line', strokeWidth: 1 });
  }
  for (const tap of taps)
    marks.push({
      type: 'rect',
      x: 0,
      y: y(tap),
      width: before - 2,
      height: row,
      fill: 'accent-soft',
      radius: 3,
    });
  const targetOf = (step: number): Target => ({ type: 'cell', layer: source.name, index: [step, 0] });
  if (words) {
    const place = { x: 0, y: y(0), width: before, height: steps * row };
    marks.push(...wordMarks(words, place, steps, targetOf));
  } else if (row >= 10) {
    for (let step = time.padded[0]; step < time.padded[1]; step++) {
      const inside = step >= 0 && step < steps;
      const look = taps.includes(step)
        ? ({ ink: 'accent', weight: 600 } as const)
        : ({ ink: inside ? 'muted' : 'line' } as const);
      const number = numeral(step);
      marks.push(caption(before - 6, y(step + 0.5) + 3.5, number, { size: 10, anchor: 'end', ...look }));
    }
  }
  marks.push({
    type: 'image',
    x: before,
    y: y(0),
    width: across,
    height: steps * row,
    values: source.data,
    offset: 0,
    rows: steps,
    cols: channels,
    rowStride: channels,
    colStride: 1,
    scale: layerScale(trace, source.name),
    cells: { layer: source.name, place: { down: 0, across: 1, at: [0, 0] } },
  });
  const veiled = time.causal && last + 1 < steps;
  if (veiled) {
    const veil = { x: before, y: y(last + 1), width: across, height: (steps - last - 1) * row };
    marks.push({ type: 'rect', ...veil, fill: 'surface', opacity: 0.72 });
    if (veil.height > 18 && across > textWidth(timelineText.past, 10)) {
      const middle = { size: 10, anchor: 'middle' } as const;
      marks.push(caption(before + across / 2, veil.y + veil.height / 2 + 4, timelineText.past, middle));
    }
  }
  const out = right + BETWEEN;
  const own = layerScale(trace, layer);
  const [count, filters] = traced.output.shape as [number, number];
  const each = time.each * row;
  const topOf = (output: number) => y(time.middleOf(output)) - each / 2;
  const tall = Math.min(each, column);
  const middle = y(time.middleOf(at));
  const pen = Number.NaN;
  marks.push(
    ...taps.map((tap): Mark => {
      const box = { x: before - 1, y: y(tap) - 1, width: across + 2, height: row + 2 };
      return {
        type: 'rect',
        ...box,
        stroke: 'accent',
        strokeWidth: taps.length > 1 && tap !== first && time.window.dilation === 1 ? 0 : 1,
      };
    }),
    {
      type: 'rect',
      x: before - 2,
      y: y(first) - 2,
      width: across + 4,
      height: (last + 1 - first) * row + 4,
      stroke: 'accent',
      strokeWidth: 2,
      radius: 2,
    },
    {
      type: 'path',
      points: [
        right + 2,
        y(first),
        out,
        middle - tall / 2,
        pen,
        pen,
        right + 2,
        y(last + 1),
        out,
        middle + tall / 2,
      ],
      stroke: 'accent',
      strokeWidth: 1,
      opacity: 0.5,
    },
    caption(out + column / 2, Math.max(HEAD, topOf(0)) - 5, timelineText.brief(filter), {
      size: 10,
      anchor: 'middle',
    }),
    {
      type: 'image',
      x: out,
      y: topOf(0),
      width: column,
      height: count * each,
      values: traced.output.data,
      offset: filter,
      rows: count,
      cols: 1,
      rowStride: filters,
      colStride: 1,
      scale: own,
      cells: { layer, place: { down: 0, across: 1, at: [0, filter] } },
    },
    {
      type: 'rect',
      x: out - 2,
      y: topOf(at) - 2,
      width: column + 4,
      height: each + 4,
      stroke: 'accent',
      strokeWidth: 2,
    },
  );
  return { width: out + column + 2, height: HEAD + rows * row, marks };
}
