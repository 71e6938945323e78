import type { ScaleSpec } from '../../base/color.ts';
import { type AxisWindow, windowTaps } from '../../model/window.ts';
import { poolingText } from '../../text/layers/pooling.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { channelsLast } from './channels-last.ts';
import { caption, cell, grid, operator, paragraph, READABLE } from './draw.ts';
import { leftSide, plain, signed, sizeFormula } from './formula.ts';
import { type Candidate, candidatesOf, type Pooled, pool } from './pooled.ts';
import type { FormulaPart, LayerScene, LensContext } from './request.ts';
import { stepsAsColumns } from './steps-as-columns.ts';
import { outputValue } from './values.ts';
import { windowPlace } from './window-place.ts';

export type PoolingType = 'max' | 'average';

/** Most cells that are drawn one by one; a larger window is one image. */
const MOST_CELLS = 400;
const ANSWER = 48;
const LARGEST = 64;

/** The three answers as cells with their names; the layer's own one is emphasised. */
function answers(
  context: LensContext,
  pooled: Pooled,
  type: PoolingType,
  x: number,
  y: number,
  gap: number,
): Mark[] {
  const scale = layerScale(context.trace, context.source.name);
  const sumScale: ScaleSpec =
    scale.type === 'diverging'
      ? { type: 'diverging', limit: scale.limit * pooled.count }
      : { ...scale, max: scale.max * pooled.count };
  const target: Target = { type: 'cell', layer: context.layer, index: context.index };
  return (['max', 'average', 'sum'] as const).flatMap((name, at) => {
    const own = name === type;
    const left = x + at * (ANSWER + gap);
    const emphasis = own ? { ink: 'ink' as const, weight: 600 as const } : {};
    const options = own ? { target, outline: 'accent' as const } : {};
    const marks: Mark[] = [
      caption(left + ANSWER / 2, y - 8, poolingText[name], { anchor: 'middle', ...emphasis }),
      cell(left, y, ANSWER, pooled[name], name === 'sum' ? sumScale : scale, options),
    ];
    if (own)
      marks.push(
        caption(left + ANSWER / 2, y + ANSWER + 16, poolingText.own, { size: 10, anchor: 'middle' }),
      );
    return marks;
  });
}

/** The window cell by cell, padding hatched, the winner of a maximum outlined. */
function windowCells(
  context: LensContext,
  windows: readonly AxisWindow[],
  pooled: Pooled,
  type: PoolingType,
  size: number,
  x: number,
  y: number,
): Mark[] {
  const { source, index } = context;
  const scale = layerScale(context.trace, source.name);
  const channel = index.at(-1)!;
  const [, cols, channels] = source.shape as [number, number, number];
  const whole = index.length === 1 ? [0, 0] : index;
  return windowTaps(windows, whole).map(({ tap, cell: at, inside }) => {
    const [row, col] = at as [number, number];
    const value = inside ? source.data[(row * cols + col) * channels + channel]! : 0;
    const wins = type === 'max' && inside && row === pooled.winner.cell[0] && col === pooled.winner.cell[1];
    const target: Target = { type: 'cell', layer: source.name, index: [row, col, channel] };
    const mark = cell(x + tap[1]! * size, y + tap[0]! * size, size, value, scale, {
      padding: !inside,
      ...(inside && { target }),
      ...(wins && { outline: 'accent' }),
    });
    // Padding never takes part in pooling, so it shows no zero.
    if (inside || mark.label === undefined) return mark;
    const { label: _, ...blank } = mark;
    return blank;
  });
}

/** A large window as one image, with the winner marked. */
function windowImage(
  context: LensContext,
  pooled: Pooled,
  type: PoolingType,
  x: number,
  y: number,
  side: number,
): Mark[] {
  const { source, index, trace } = context;
  const [rows, cols, channels] = source.shape as [number, number, number];
  const unit = side / Math.max(rows, cols);
  const channel = index.at(-1)!;
  const marks: Mark[] = [
    {
      type: 'image',
      x,
      y,
      width: cols * unit,
      height: rows * unit,
      values: source.data,
      offset: channel,
      rows,
      cols,
      rowStride: cols * channels,
      colStride: channels,
      scale: layerScale(trace, source.name),
      cells: { layer: source.name, channel },
    },
  ];
  const [row, col] = pooled.winner.cell as [number, number];
  if (type === 'max' && row !== undefined) {
    const box = Math.max(unit, 6);
    const centre = { x: x + (col + 0.5) * unit - box / 2 - 2, y: y + (row + 0.5) * unit - box / 2 - 2 };
    marks.push({
      type: 'rect',
      ...centre,
      width: box + 4,
      height: box + 4,
      stroke: 'accent',
      strokeWidth: 2,
    });
  }
  return marks;
}

function drawing(
  context: LensContext,
  windows: readonly AxisWindow[],
  pooled: Pooled,
  type: PoolingType,
): Mark[] {
  const { width, height, index } = context;
  const [rows, cols] = windows.map((window) => window.kernel) as [number, number];
  const gap = Math.min(36, Math.max(12, width * 0.04));
  const trio = 3 * ANSWER + 2 * gap;
  const narrow = width < 460;
  const room = narrow ? width : width - trio - 72;
  const tall = narrow ? height - ANSWER - 136 : height - 60;
  const size = Math.floor(Math.min(LARGEST, room / cols, tall / rows));
  const drawn = size >= READABLE || rows * cols <= MOST_CELLS;
  const across = drawn ? cols * size : Math.min(room, tall, 320);
  const down = drawn ? rows * size : across;
  const left = narrow ? (width - across) / 2 : Math.max(0, (width - across - trio - 72) / 2);
  const top = narrow ? 44 : (height - down) / 2;
  const { source } = context;
  // A whole map needs no place: it is named above itself.
  const place =
    index.length === 1 ? [] : [windowPlace(windows, index, source.name) + poolingText.of(index.at(-1)!)];
  const marks: Mark[] = [
    ...paragraph(place, width, 16).marks,
    caption(left, top - 8, index.length === 1 ? poolingText.map(index[0]!) : poolingText.window),
    ...(drawn
      ? [grid(left, top, rows, cols, size), ...windowCells(context, windows, pooled, type, size, left, top)]
      : windowImage(context, pooled, type, left, top, across)),
    caption(left, top + down + 16, poolingText.cells(formatCount(pooled.count)), { size: 10 }),
  ];
  const answerX = narrow ? (width - trio) / 2 : left + across + 72;
  const answerY = narrow ? top + down + 62 : (height - ANSWER) / 2;
  marks.push(
    operator(
      narrow ? width / 2 : left + across + 36,
      narrow ? top + down + 30 : height / 2,
      narrow ? '↓' : '→',
    ),
  );
  return [...marks, ...answers(context, pooled, type, answerX, answerY, gap)];
}

function formulaOf(
  context: LensContext,
  pooled: Pooled,
  candidates: readonly Candidate[],
  type: PoolingType,
): FormulaPart[] {
  const { layer, index, source } = context;
  const parts = leftSide(layer, index);
  const shown = candidates.slice(0, pooled.count <= 9 ? 9 : 3);
  const terms = shown.flatMap(({ cell: at, value }, position): FormulaPart[] => [
    ...(position > 0 ? [plain(type === 'max' ? ', ' : ' + ')] : []),
    {
      text: type === 'max' ? formatNumber(value) : signed(value),
      tone: 'term',
      target: { type: 'cell', layer: source.name, index: at },
    },
  ]);
  if (shown.length < pooled.count)
    terms.push(plain(`${type === 'max' ? ', ' : ' + '}… (${poolingText.cells(formatCount(pooled.count))})`));
  const output: FormulaPart = { text: formatNumber(outputValue(context)), tone: 'output' };
  return type === 'max'
    ? [...parts, plain('max('), ...terms, plain(') = '), output]
    : [...parts, plain('('), ...terms, plain(`) / ${formatCount(pooled.count)} = `), output];
}

function plainScene(type: PoolingType): LayerScene {
  return {
    lens(context) {
      const { node, width, height } = context;
      const windows = node.definition.windows!(node.config, node.inputShapes);
      const pooled = pool(candidatesOf(context, windows));
      const global = node.outputShape.length === 1;
      const first: Candidate[] = [];
      for (const candidate of candidatesOf(context, windows)) if (first.push(candidate) === 9) break;
      return {
        picture: { width, height, marks: drawing(context, windows, pooled, type) },
        formula: formulaOf(context, pooled, first, type),
        size: global ? [plain(poolingText.size(formatCount(node.outputShape[0]!)))] : sizeFormula(windows),
        params: [],
      };
    },
  };
}

/** Pooling: the window with maximum, average and sum side by side, whichever of them the layer takes. */
export function poolingScene(type: PoolingType): LayerScene {
  return channelsLast(plainScene(type));
}

/** The same over the steps of a sequence. */
export function pooling1d(type: PoolingType): LayerScene {
  return channelsLast(stepsAsColumns(plainScene(type)));
}
