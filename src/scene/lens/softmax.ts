import type { ScaleSpec } from '../../base/color.ts';
import { flatIndex, indexAt } from '../../base/tensor.ts';
import { softmaxParts } from '../../model/activations.ts';
import { rowAt } from '../../model/row.ts';
import { softmaxText } from '../../text/layers/softmax.ts';
import { formatCount, formatFixed, formatNumber } from '../format.ts';
import type { Mark, Target } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { caption, cell, moved } from './draw.ts';
import type { Block } from './flow.ts';
import { leftSide, plain } from './formula.ts';
import type { FormulaPart, LensContext, LensPicture } from './request.ts';
import { outputValue } from './values.ts';

const LEAST_ROW = 16;
const MOST_ROW = 30;

/** The cells that a softmax divides among, by their flat places: along the last axis, or along those that the layer names. */
function rowPlaces({ traced, index, node }: LensContext): number[] {
  const { shape } = traced.output;
  const axes = node.definition.activationAxes?.(node.config, node.inputShapes) ?? [shape.length - 1];
  return rowAt(shape, axes, index);
}

/** Their pre-activations. */
function softmaxRow(context: LensContext): number[] {
  const { traced, source, node } = context;
  const pre = traced.pre ?? (node.params > 0 ? traced.output : source);
  return rowPlaces(context).map((place) => pre.data[place]!);
}

/** Which of them the cell itself is. */
function ownPlace(context: LensContext): number {
  return rowPlaces(context).indexOf(flatIndex(context.traced.output.shape, context.index));
}

/** Classes that are shown: all where there is room, else the largest and the one looked at. */
function shownClasses(row: readonly number[], focused: number, room: number): number[] {
  const all = row.map((_, at) => at);
  if (all.length <= room) return all;
  const largest = [...all].sort((a, b) => row[b]! - row[a]! || a - b).slice(0, Math.max(1, room - 2));
  if (!largest.includes(focused)) largest[largest.length - 1] = focused;
  return largest.sort((a, b) => a - b);
}

/** Each class's number, its exponential as a bar, the sum, and the share of it that the class gets. */
export function softmaxBlock(context: LensContext, width: number, height: number): Block {
  const { layer, traced } = context;
  const row = softmaxRow(context);
  const { exponentials, sum } = softmaxParts(row);
  const places = rowPlaces(context);
  const focused = ownPlace(context);
  const shown = shownClasses(row, focused, Math.max(3, Math.floor((height - 60) / LEAST_ROW)));
  const line = Math.min(MOST_ROW, Math.max(LEAST_ROW, (height - 60) / shown.length));
  const size = Math.min(12, line * 0.5);
  const left = 36;
  const swatch = Math.round(Math.min(12, line * 0.6));
  const numbers = left + swatch + 6 + textWidth('−0.00', size);
  const barLeft = numbers + 16;
  const barRoom = Math.max(40, width - barLeft - 96);
  const limit = Math.max(...row.map(Math.abs)) || 1;
  const scale: ScaleSpec = { type: 'diverging', limit };
  const top = 22;
  const marks: Mark[] = [
    caption(left - 8, 10, softmaxText.class, { size: 10, anchor: 'end' }),
    caption(numbers, 10, softmaxText.pre, { size: 10, anchor: 'end' }),
    caption(barLeft, 10, softmaxText.exponential, { size: 10 }),
    caption(width, 10, softmaxText.share, { size: 10, anchor: 'end' }),
  ];
  shown.forEach((at, place) => {
    const y = top + place * line;
    const middle = y + line / 2;
    const target: Target = { type: 'cell', layer, index: indexAt(traced.output.shape, places[at]!) };
    const own = at === focused;
    const text = { size, ink: own ? 'ink' : 'muted', weight: own ? 600 : 400 } as const;
    const length = barRoom * exponentials[at]!;
    const thick = Math.min(14, line * 0.55);
    const share = traced.output.data[flatIndex(traced.output.shape, target.index)]!;
    marks.push(
      { type: 'rect', x: 0, y, width, height: line, fill: own ? 'accent-soft' : 'none', radius: 4, target },
      caption(left - 8, middle + size * 0.36, String(at), { ...text, anchor: 'end' }),
      cell(left, middle - swatch / 2, swatch, row[at]!, scale, { target }),
      caption(numbers, middle + size * 0.36, formatFixed(row[at]!), { ...text, anchor: 'end' }),
      {
        type: 'rect',
        x: barLeft,
        y: middle - thick / 2,
        width: Math.max(1, length),
        height: thick,
        fill: own ? 'accent' : 'muted',
        radius: 2,
      },
      caption(barLeft + length + 6, middle + size * 0.36, formatFixed(exponentials[at]!, 3), text),
      caption(width - 8, middle + size * 0.36, formatFixed(share, 3), { ...text, anchor: 'end' }),
    );
  });
  const bottom = top + shown.length * line;
  const rest = row.length - shown.length;
  const total = `${softmaxText.sum} = ${formatNumber(sum)}`;
  marks.push(
    { type: 'path', points: [barLeft, bottom + 6, width, bottom + 6], stroke: 'line', strokeWidth: 1 },
    caption(barLeft, bottom + 24, total, { ink: 'ink', weight: 600, size: 12 }),
  );
  if (rest > 0) marks.push(caption(0, bottom + 24, softmaxText.others(rest), { size: 10 }));
  return { width, height: bottom + 30, marks };
}

/** ` = exp(2.10 − 2.10) / 1.53 = 0.65`, what a softmax does with the number before it. */
export function softmaxFormula(context: LensContext, name: string): FormulaPart[] {
  const row = softmaxRow(context);
  const { max, sum } = softmaxParts(row);
  const value = formatNumber(row[ownPlace(context)]!);
  const output: FormulaPart = { text: formatNumber(outputValue(context)), tone: 'output' };
  const shifted: FormulaPart[] = [
    { text: value, tone: 'pre' },
    plain(` − ${max < 0 ? `(${formatNumber(max)})` : formatNumber(max)}`),
  ];
  if (name === 'softmax') return [plain('exp('), ...shifted, plain(`) / ${formatNumber(sum)} = `), output];
  if (name === 'log_softmax') return [...shifted, plain(` − log(${formatNumber(sum)}) = `), output];
  return [plain(`${softmaxText.of(name, formatCount(row.length))} = `), output];
}

/** A softmax (or its kin) as a layer of its own. */
export function softmaxLens(context: LensContext, name: string): LensPicture {
  const { width, height, layer, index } = context;
  const across = Math.min(width, 560);
  const block = softmaxBlock(context, across, height);
  const left = (width - across) / 2;
  return {
    picture: { width, height, marks: moved(block.marks, left, Math.max(0, (height - block.height) / 2)) },
    formula: [...leftSide(layer, index), ...softmaxFormula(context, name)],
    size: [],
    params: [],
  };
}
