import type { Mark } from '../marks.ts';
import { GRID_HEAD, type GridPlan, gridCell, gridPlan, type NumberGrid } from './number-grid.ts';

const GAP = 46;
const LARGEST = 28;
const SQUARE = 9;
const NARROW = 520;

/** A grid in its place, with cells of `width` × `height`. */
export interface PlacedGrid {
  readonly grid: NumberGrid;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly room: number;
}

/** Between two grids, one below the other. */
const BELOW = 14;

/** How the grids stand: in columns, each of grids one below the other. */
type Arrangement = readonly (readonly number[])[];

/** Side of a cell, the same in all grids, with which they fit. */
function cellIn(arrangement: Arrangement, plans: readonly GridPlan[], width: number, height: number): number {
  const colsOf = (column: readonly number[]) => Math.max(...column.map((at) => plans[at]!.cols));
  const cols = arrangement.reduce((sum, column) => sum + colsOf(column), 0);
  const across = (width - 8 - (arrangement.length - 1) * GAP) / cols;
  const down = arrangement.map((column) => {
    const rows = column.reduce((sum, at) => sum + plans[at]!.rows, 0);
    return (height - column.length * GRID_HEAD - (column.length - 1) * BELOW) / rows;
  });
  return Math.min(LARGEST, across, ...down);
}

/** All grids with cells of one size where these can be told apart, else each as large as its share of the room. */
export function placedGrids(grids: readonly NumberGrid[], width: number, height: number): PlacedGrid[] {
  const plans = grids.map(gridPlan);
  const all = grids.map((_, at) => at);
  const [first, ...rest] = all as [number, ...number[]];
  const choices: Arrangement[] = width < NARROW ? [[all]] : [all.map((at) => [at]), [[first], rest]];
  const sizes = choices.map((choice) => cellIn(choice, plans, width, height));
  const best = sizes.indexOf(Math.max(...sizes));
  const arrangement = choices[best]!;
  const square = Math.floor(sizes[best]!) >= SQUARE;
  const uniform = Math.floor(sizes[best]!);
  const share = (width - 8 - (arrangement.length - 1) * GAP) / arrangement.length;
  let x = 8;
  return arrangement.flatMap((column, place) => {
    const tall = (height - column.length * GRID_HEAD - (column.length - 1) * BELOW) / column.length;
    const cellOf = ({ rows, cols }: GridPlan) =>
      square
        ? { width: uniform, height: uniform }
        : { width: Math.min(LARGEST, share / cols), height: Math.min(LARGEST, Math.max(tall, 12) / rows) };
    const wide = square ? Math.max(...column.map((at) => uniform * plans[at]!.cols)) : share;
    const last = place === arrangement.length - 1;
    const room = last ? width - x : wide + GAP - 14;
    let y = 0;
    const spots = column.map((at): PlacedGrid => {
      const own = cellOf(plans[at]!);
      const spot = { grid: grids[at]!, x, y, ...own, room };
      y += GRID_HEAD + own.height * plans[at]!.rows + BELOW;
      return spot;
    });
    x += wide + GAP;
    return spots;
  });
}

/** From the traced cell of the input to where it stands now, and to where it would. */
export function gridLinks(spots: readonly PlacedGrid[]): Mark[] {
  const centre = ({ grid, x, y, width, height }: PlacedGrid) => {
    const box = gridCell(grid, width, height, grid.index)!;
    return [x + box.x + width / 2, y + box.y + height / 2] as const;
  };
  const [from, ...rest] = spots.map(centre);
  return rest.map(
    (to, at): Mark => ({
      type: 'path',
      points: [...from!, ...to],
      curve: 'smooth',
      stroke: 'accent',
      strokeWidth: at === 0 ? 1.5 : 1.25,
      opacity: at === 0 ? 0.8 : 0.55,
      ...(at > 0 && { dash: [4, 3] }),
    }),
  );
}
