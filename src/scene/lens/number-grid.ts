import type { ScaleSpec } from '../../base/color.ts';
import { type Shape, stridesOf } from '../../base/tensor.ts';
import type { Axis } from '../../model/layers/axis-parts.ts';
import { axesText } from '../../text/layers/axes.ts';
import { formatCount } from '../format.ts';
import type { Ink, Mark, Target } from '../marks.ts';
import { fitText } from '../text-width.ts';
import { axisWords } from './axis-words.ts';
import { caption, cell, grid as hairlines, READABLE } from './draw.ts';

/** Numbers under axes with names: what stands at `index` is traced. */
export interface NumberGrid {
  readonly title: string;
  readonly shape: Shape;
  readonly axes: readonly Axis[];
  readonly values: Float32Array;
  /** Of each axis in `values`. */
  readonly strides: readonly number[];
  readonly scale: ScaleSpec;
  readonly index: readonly number[];
  /** The colour of each axis's arrow; muted where it is not an axis of the input any more. */
  readonly inks: readonly Ink[];
  /** What pointing at a cell looks at. */
  targetOf(index: readonly number[]): Target | undefined;
  /** Cells that are marked together with the traced one. */
  readonly together: readonly (readonly number[])[];
  /** Whether the numbers are read row by row: the order is drawn. */
  readonly read: boolean;
}

/** The axes that run down and across; others of more than one place stand where the traced cell is. */
export interface GridPlan {
  readonly down: number | undefined;
  readonly across: number | undefined;
  readonly rows: number;
  readonly cols: number;
}

export function gridPlan({ shape }: NumberGrid): GridPlan {
  const [first, second] = shape.flatMap((size, axis) => (size > 1 ? [axis] : []));
  const across = second ?? first;
  const down = second === undefined ? undefined : first;
  return {
    down,
    across,
    rows: down === undefined ? 1 : shape[down]!,
    cols: across === undefined ? 1 : shape[across]!,
  };
}

/** Over the cells: a title and a line an axis. */
export const GRID_HEAD = 46;
const MOST_CELLS = 420;
const PATH_ROWS = 24;

/** The grid's cell at `index` in pixels, where the grid shows it. */
export function gridCell(grid: NumberGrid, width: number, height: number, index: readonly number[]) {
  const { down, across } = gridPlan(grid);
  const shown = grid.shape.every(
    (size, axis) => axis === down || axis === across || size === 1 || index[axis] === grid.index[axis],
  );
  if (!shown) return undefined;
  const row = down === undefined ? 0 : index[down]!;
  const col = across === undefined ? 0 : index[across]!;
  return { x: col * width, y: GRID_HEAD + row * height, width, height };
}

/** The row-major order as a line through the cells: strong up to the traced one, faint after it. */
function readingPath(grid: NumberGrid, width: number, height: number): Mark[] {
  const { down, across, rows, cols } = gridPlan(grid);
  const whole = grid.shape.filter((size) => size > 1).length <= 2;
  if (!grid.read || !whole || cols < 2 || Math.min(width, height) < 3) return [];
  const row = down === undefined ? 0 : grid.index[down]!;
  const col = across === undefined ? 0 : grid.index[across]!;
  const first = rows > PATH_ROWS ? Math.max(0, row - 2) : 0;
  const last = rows > PATH_ROWS ? Math.min(rows - 1, row + 2) : rows - 1;
  const x = (at: number) => (at + 0.5) * width;
  // Under the numbers, where there are any to read.
  const y = (at: number) => GRID_HEAD + (at + (height >= READABLE ? 0.9 : 0.5)) * height;
  const before: number[] = [];
  const after: number[] = [];
  for (let at = first; at <= last; at++) {
    const points = [x(0), y(at), x(cols - 1), y(at)];
    if (at < row) before.push(...points);
    else if (at > row) after.push(...points);
    else {
      before.push(x(0), y(at), x(col), y(at));
      after.push(x(col), y(at), x(cols - 1), y(at));
    }
  }
  const line = { type: 'path', stroke: 'second', strokeWidth: 1.25 } as const;
  return [
    { ...line, points: after, opacity: 0.3 },
    { ...line, points: before, opacity: 0.9 },
  ];
}

function arrowPoints(from: readonly [number, number], to: readonly [number, number]): number[] {
  const [dx, dy] = [Math.sign(to[0] - from[0]) * 4, Math.sign(to[1] - from[1]) * 4];
  const [x, y] = to;
  return [
    ...from,
    ...to,
    Number.NaN,
    Number.NaN,
    x - dx - dy * 0.75,
    y - dy - dx * 0.75,
    x,
    y,
    x - dx + dy * 0.75,
    y - dy + dx * 0.75,
  ];
}

/** The grid with its title, its axes as arrows with their meanings, and its traced cell framed. Cells of `width` × `height`. */
export function gridMarks(grid: NumberGrid, width: number, height: number, room: number): Mark[] {
  const { shape, values, strides, scale, index, title, axes, inks, targetOf } = grid;
  const { down, across, rows, cols } = gridPlan(grid);
  const natural = stridesOf(shape);
  const offset = index.reduce(
    (sum, at, axis) => sum + (axis === down || axis === across ? 0 : at * strides[axis]!),
    0,
  );
  const rowStride = down === undefined ? 0 : strides[down]!;
  const colStride = across === undefined ? 1 : strides[across]!;
  const indexOf = (row: number, col: number) =>
    natural.map((_, axis) => (axis === down ? row : axis === across ? col : index[axis]!));
  const words = (axis: number) => `${axisWords(axes[axis]!)}, ${formatCount(shape[axis]!)}`;
  const slices = shape.flatMap((size, axis) =>
    size > 1 && axis !== down && axis !== across
      ? [axesText.placeOf(axisWords(axes[axis]!), formatCount(index[axis]!), formatCount(size))]
      : [],
  );
  const marks: Mark[] = [
    caption(
      0,
      10,
      fitText(slices.length > 0 ? `${title} ${axesText.sliced(slices.join(', '))}` : title, 11, room),
      {
        ink: 'ink',
        weight: 600,
      },
    ),
  ];
  const lines = [
    ...(down === undefined ? [] : [{ text: axesText.down(words(down)), ink: inks[down]! }]),
    ...(across === undefined ? [] : [{ text: axesText.across(words(across)), ink: inks[across]! }]),
  ];
  lines.forEach(({ text, ink }, line) => {
    marks.push(caption(0, 23 + line * 12, fitText(text, 10, room), { size: 10, ink }));
  });
  const readable = Math.min(width, height) >= 8 && rows * cols <= MOST_CELLS && width === height;
  if (readable) {
    marks.push(hairlines(0, GRID_HEAD, rows, cols, width));
    for (let row = 0; row < rows; row++)
      for (let col = 0; col < cols; col++) {
        const value = values[offset + row * rowStride + col * colStride]!;
        const at = indexOf(row, col);
        marks.push(
          cell(col * width, GRID_HEAD + row * height, width, value, scale, { target: targetOf(at) }),
        );
      }
  } else {
    const first = targetOf(indexOf(0, 0));
    // Where a step down or across is one along an axis of what is pointed at, the whole image can be.
    const moves = (axis: 'row' | 'col') => {
      const next = targetOf(indexOf(axis === 'row' && rows > 1 ? 1 : 0, axis === 'col' && cols > 1 ? 1 : 0));
      if (first?.type !== 'cell' || next?.type !== 'cell') return -1;
      return next.index.findIndex((at, place) => at !== first.index[place]);
    };
    const last = targetOf(indexOf(rows - 1, cols - 1));
    const place =
      first?.type === 'cell' ? { down: moves('row'), across: moves('col'), at: first.index } : undefined;
    const end = place?.at.map(
      (at, axis) => at + (axis === place.down ? rows - 1 : axis === place.across ? cols - 1 : 0),
    );
    const regular = place && last?.type === 'cell' && String(end) === String(last.index);
    marks.push({
      type: 'image',
      x: 0,
      y: GRID_HEAD,
      width: cols * width,
      height: rows * height,
      values,
      offset,
      rows,
      cols,
      rowStride,
      colStride,
      scale,
      ...(regular && first?.type === 'cell' && { cells: { layer: first.layer, place } }),
    });
  }
  marks.push(...readingPath(grid, width, height));
  const arrow = { type: 'path', strokeWidth: 1.5 } as const;
  if (down !== undefined)
    marks.push({
      ...arrow,
      points: arrowPoints([-5, GRID_HEAD], [-5, GRID_HEAD + rows * height]),
      stroke: inks[down]!,
    });
  if (across !== undefined)
    marks.push({
      ...arrow,
      points: arrowPoints([0, GRID_HEAD - 5], [cols * width, GRID_HEAD - 5]),
      stroke: inks[across]!,
    });
  for (const other of grid.together) {
    const box = gridCell(grid, width, height, other);
    if (box)
      marks.push({
        type: 'rect',
        x: box.x + 0.5,
        y: box.y + 0.5,
        width: width - 2,
        height: height - 2,
        stroke: 'ink',
        strokeWidth: 1,
        dash: [2, 2],
      });
  }
  const own = gridCell(grid, width, height, index)!;
  const [w, h] = [Math.max(width, 6), Math.max(height, 6)];
  const frame = {
    type: 'rect',
    x: own.x + width / 2 - w / 2 - 1.5,
    y: own.y + height / 2 - h / 2 - 1.5,
    width: w + 2,
    height: h + 2,
  } as const;
  marks.push({ ...frame, stroke: 'surface', strokeWidth: 4 }, { ...frame, stroke: 'accent', strokeWidth: 2 });
  return marks;
}
