import type { Cone, ConeLevel, ConeSteps, readBy } from '../../model/cone.ts';
import type { Focus } from '../../model/document.ts';
import { conePlaces } from './cone-places.ts';

export interface ConeRequest {
  readonly cone: Cone;
  /** The layer asked for, and its cell whose cone is drawn. */
  readonly focus: Focus;
  /** A cell of any level: the steps that it reads and those that it feeds are drawn as well. */
  readonly hover?: Focus | undefined;
  readonly width: number;
  readonly height: number;
}

/** Before the rows: what each is; behind them: what it sees. Too narrow for both, it stands above the row. */
const GUTTER = { before: 156, behind: 78, narrow: 560 } as const;
const FOOT = 34;
/** The whole sequence is drawn while its steps are this far apart; else what the cone needs of it. */
const LEAST_PITCH = 7;
/** Closer steps are runs and areas, not dots and lines. */
const DOTS_PITCH = 4.5;

export interface Row {
  readonly level: ConeLevel;
  readonly y: number;
  readonly at: (step: number) => number;
}

export interface Plan {
  readonly rows: readonly Row[];
  readonly left: number;
  readonly right: number;
  /** In steps of the lowest level: what stands at the left and right end. */
  readonly from: number;
  readonly to: number;
  readonly pitch: number;
  readonly radius: number;
  readonly dots: boolean;
  readonly narrow: boolean;
}

/** Places of the lowest level between which a tree lies. */
function extentOf(
  places: readonly ((step: number) => number)[],
  ...trees: readonly ConeSteps[]
): readonly [number, number] {
  const ends = trees.flatMap((steps) =>
    steps.flatMap((list, level) =>
      list.length === 0 ? [] : [places[level]!(list[0]!), places[level]!(list.at(-1)!)],
    ),
  );
  return [Math.min(...ends), Math.max(...ends)];
}

export function planOf({ cone, width, height }: ConeRequest, tree: ReturnType<typeof readBy>): Plan {
  const { levels } = cone;
  const places = conePlaces(cone);
  const narrow = width < GUTTER.narrow;
  const left = narrow ? 10 : GUTTER.before;
  const right = width - (narrow ? 10 : GUTTER.behind);
  const { size } = levels[0]!;
  const [low, high] = extentOf(places, tree.steps, tree.padding);
  // Padding without end would push the steps together: as much of it as there are steps is enough to see it.
  const room = Math.max(4, Math.ceil(size * 0.6));
  const whole: readonly [number, number] = [
    Math.max(-room, Math.min(0, low)),
    Math.min(size - 1 + room, Math.max(size - 1, high)),
  ];
  const fits = (right - left) / (whole[1] - whole[0] + 1) >= LEAST_PITCH;
  const margin = Math.max(2, (high - low) * 0.08);
  const [from, to] = fits ? whole : [Math.max(whole[0], low - margin), Math.min(whole[1], high + margin)];
  const pitch = Math.min(44, (right - left) / (to - from + 1));
  const middle = (left + right) / 2;
  const used = pitch * (to - from + 1);
  const start = middle - used / 2;
  const top = narrow ? 30 : 18;
  const between = levels.length > 1 ? Math.min(74, (height - top - FOOT) / (levels.length - 1)) : 0;
  const bottom = Math.max(top, (height - FOOT + top + between * (levels.length - 1)) / 2);
  const x = (place: number) => Math.max(start, Math.min(start + used, start + (place - from + 0.5) * pitch));
  const rows = levels.map((level, row) => ({
    level,
    y: bottom - row * between,
    at: (step: number) => x(places[row]!(step)),
  }));
  const radius = Math.max(1, Math.min(5, pitch * 0.34, between * 0.2));
  const dots = pitch >= DOTS_PITCH;
  return { rows, left: start, right: start + used, from, to, pitch, radius, dots, narrow };
}

/** The steps of a row that are in sight. */
export function visible({ at, level }: Row, { left, right }: Plan): readonly [number, number] {
  let [first, last] = [0, level.size - 1];
  const inside = (step: number) => at(step) > left && at(step) < right;
  // Places run from left to right: halving finds the ends.
  const search = (low: number, high: number, keep: (step: number) => boolean) => {
    let [near, far] = [low, high];
    while (near < far) {
      const middle = Math.floor((near + far) / 2);
      if (keep(middle)) far = middle;
      else near = middle + 1;
    }
    return near;
  };
  if (!inside(first)) first = search(0, level.size - 1, (step) => at(step) > left);
  if (!inside(last)) last = search(first, level.size - 1, (step) => at(step) >= right) - 1;
  return [first, Math.max(first, last)];
}
