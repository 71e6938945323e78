import type { ScaleSpec } from '../../base/color.ts';
import { flatIndex } from '../../base/tensor.ts';
import { type AxisWindow, windowTaps } from '../../model/window.ts';
import { poolingText } from '../../text/layers/pooling.ts';
import { spokenLayer } from '../../text/names.ts';
import { formatCount, formatNumber } from '../format.ts';
import { layerScale } from '../layer-scale.ts';
import type { Mark, Target } from '../marks.ts';
import { channelsLast } from './channels-last.ts';
import { caption, cell, grid, operator, paragraph, READABLE } from './draw.ts';
import { leftSide, plain, signed, sizeFormula } from './formula.ts';
import { type Candidate, candidatesOf, type Pooled, pool } from './pooled.ts';
import type { FormulaPart, LayerScene, LensContext } from './request.ts';
import { outputValue } from './values.ts';
import { windowPlace } from './window-place.ts';

export type PoolingType = 'max' | 'average';

/** Most cells that are drawn one by one; a larger window is one image. */
const MOST_CELLS = 400;
export const ANSWER = 48;
const LARGEST = 64;

/** The three answers as cells with their names; the layer's own one is emphasised. */
export function answers(
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

/** How a window's slices stand side by side; of a map there is one. */
interface Slices {
  readonly count: number;
  readonly perLine: number;
  readonly gap: number;
  /** Of one slice. */
  readonly width: number;
  readonly height: number;
}

const SLICE_GAP = 14;

function cornerOf({ perLine, gap, width, height }: Slices, slice: number): readonly [number, number] {
  return [(slice % perLine) * (width + gap), Math.floor(slice / perLine) * (height + gap)];
}

function extentOf({ count, perLine, gap, width, height }: Slices): readonly [number, number] {
  const lines = Math.ceil(count / perLine);
  const across = Math.min(count, perLine);
  return [across * (width + gap) - gap, lines * (height + gap) - gap];
}

/** The window's slices with cells as large as there is room for. */
function slicesOf(
  windows: readonly AxisWindow[],
  room: number,
  tall: number,
  cells = true,
): Slices & { readonly size: number } {
  const [rows, cols] = windows.slice(-2).map((window) => window.kernel) as [number, number];
  const count = windows.length > 2 ? windows[0]!.kernel : 1;
  const gap = count > 1 ? SLICE_GAP : 0;
  let best: (Slices & { readonly size: number }) | undefined;
  for (let perLine = 1; perLine <= Math.min(count, 64); perLine++) {
    const lines = Math.ceil(count / perLine);
    const wide = (room - (perLine - 1) * gap) / (perLine * cols);
    const high = (tall - (lines - 1) * gap) / (lines * rows);
    const exact = Math.min(LARGEST, wide, high);
    // Whole pixels for cells that can be told apart.
    const size = cells && exact >= 4 ? Math.floor(exact) : Math.max(exact, 0.5);
    if (!best || size >= best.size)
      best = { count, perLine, gap, size, width: cols * size, height: rows * size };
  }
  return best!;
}

/** The window cell by cell, padding hatched, the winner of a maximum outlined. */
function windowCells(
  context: LensContext,
  windows: readonly AxisWindow[],
  pooled: Pooled,
  type: PoolingType,
  plan: Slices & { readonly size: number },
  x: number,
  y: number,
): Mark[] {
  const { source, index } = context;
  const { size } = plan;
  const scale = layerScale(context.trace, source.name);
  const channel = index.at(-1)!;
  const places = source.shape.slice(0, -1);
  const channels = source.shape.at(-1)!;
  const whole = index.length === 1 ? windows.map(() => 0) : index;
  return windowTaps(windows, whole).map(({ tap, cell: at, inside }) => {
    const value = inside ? source.data[flatIndex(places, at) * channels + channel]! : 0;
    const wins = type === 'max' && inside && at.every((place, axis) => place === pooled.winner.cell[axis]);
    const target: Target = { type: 'cell', layer: source.name, index: [...at, channel] };
    const [row, col] = tap.slice(-2) as [number, number];
    const [left, top] = cornerOf(plan, tap.length > 2 ? tap[0]! : 0);
    const mark = cell(x + left + col * size, y + top + row * size, size, value, scale, {
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

/** A large window as one image, of a volume one a slice, with the winner marked. */
function windowImage(
  context: LensContext,
  pooled: Pooled,
  type: PoolingType,
  plan: Slices & { readonly size: number },
  x: number,
  y: number,
): Mark[] {
  const { source, index, trace } = context;
  const [rows, cols, channels] = source.shape.slice(-3) as [number, number, number];
  const volume = source.shape.length > 3;
  const unit = plan.size;
  const channel = index.at(-1)!;
  const { cell: winner } = pooled.winner;
  return Array.from({ length: plan.count }, (_, slice): Mark[] => {
    const [left, top] = cornerOf(plan, slice);
    const at = [...(volume ? [slice] : []), 0, 0, channel];
    const marks: Mark[] = [
      {
        type: 'image',
        x: x + left,
        y: y + top,
        width: cols * unit,
        height: rows * unit,
        values: source.data,
        offset: slice * rows * cols * channels + channel,
        rows,
        cols,
        rowStride: cols * channels,
        colStride: channels,
        scale: layerScale(trace, source.name),
        cells: volume
          ? { layer: source.name, place: { down: 1, across: 2, at } }
          : { layer: source.name, channel },
      },
    ];
    const [row, col] = winner.slice(-3) as [number, number];
    if (type === 'max' && row !== undefined && (!volume || winner[0] === slice)) {
      const box = Math.max(unit, 6);
      const spot = {
        x: x + left + (col + 0.5) * unit - box / 2 - 2,
        y: y + top + (row + 0.5) * unit - box / 2 - 2,
      };
      const size = { width: box + 4, height: box + 4 };
      marks.push({ type: 'rect', ...spot, ...size, stroke: 'accent', strokeWidth: 2 });
    }
    return marks;
  }).flat();
}

function drawing(
  context: LensContext,
  windows: readonly AxisWindow[],
  pooled: Pooled,
  type: PoolingType,
): Mark[] {
  const { width, height, index } = context;
  const [rows, cols] = windows.slice(-2).map((window) => window.kernel) as [number, number];
  const gap = Math.min(36, Math.max(12, width * 0.04));
  const trio = 3 * ANSWER + 2 * gap;
  const narrow = width < 460;
  const room = narrow ? width : width - trio - 72;
  const tall = narrow ? height - ANSWER - 136 : height - 60;
  const cells = slicesOf(windows, room, tall);
  const drawn = cells.size >= READABLE || cells.count * rows * cols <= MOST_CELLS;
  const image = Math.min(room, tall, 320);
  const volume = cells.count > 1;
  const plan = drawn ? cells : slicesOf(windows, volume ? room : image, volume ? tall : image, false);
  const [across, down] = extentOf(plan);
  const left = narrow ? (width - across) / 2 : Math.max(0, (width - across - trio - 72) / 2);
  const top = narrow ? 44 : (height - down) / 2;
  const { source } = context;
  // A whole map needs no place: it is named above itself.
  const place =
    index.length === 1
      ? []
      : [windowPlace(windows, index, spokenLayer(source.name)) + poolingText.of(index.at(-1)!)];
  const behind = Array.from({ length: plan.count }, (_, slice) => {
    const [x, y] = cornerOf(plan, slice);
    return grid(left + x, top + y, rows, cols, plan.size);
  });
  const marks: Mark[] = [
    ...paragraph(place, width, 16).marks,
    caption(left, top - 8, index.length === 1 ? poolingText.map(index[0]!) : poolingText.window),
    ...(drawn
      ? [...behind, ...windowCells(context, windows, pooled, type, plan, left, top)]
      : windowImage(context, pooled, type, plan, left, top)),
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

export function plainPooling(type: PoolingType): LayerScene {
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
  return channelsLast(plainPooling(type));
}
