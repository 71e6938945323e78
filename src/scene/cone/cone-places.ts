import type { Cone, ConeLevel } from '../../model/cone.ts';
import type { AxisWindow } from '../../model/window.ts';

/** Where a level's step `p` stands among the lowest level's steps: `from + p * by`. */
interface Places {
  readonly from: number;
  readonly by: number;
}

/** The window's place that its output stands above: the last where all padding comes first, else the middle. */
function anchorOf({ kernel, dilation, before, after }: AxisWindow): number {
  const span = (kernel - 1) * dilation;
  return before === span && after === 0 ? span : span / 2;
}

function above({ from, by }: Places, window: AxisWindow): Places {
  const { stride, before, kernel, dilation } = window;
  if (window.transposed) {
    const step = by / stride;
    return { from: from + step * (before - ((kernel - 1) * dilation) / 2), by: step };
  }
  return { from: from + by * (anchorOf(window) - before), by: by * stride };
}

/** By level, where its steps stand above those of the lowest. */
export function conePlaces({ levels }: Pick<Cone, 'levels'>): readonly ((step: number) => number)[] {
  const places: Places[] = [];
  levels.forEach(({ reads }: ConeLevel) => {
    const [read] = reads;
    places.push(read ? above(places[read.level]!, read.window) : { from: 0, by: 1 });
  });
  return places.map(
    ({ from, by }) =>
      (step: number) =>
        from + step * by,
  );
}

/** Consecutive steps as runs, first and last of each. */
export function runsOf(steps: readonly number[]): [first: number, last: number][] {
  const runs: [number, number][] = [];
  for (const step of steps) {
    const run = runs.at(-1);
    if (run && step === run[1] + 1) run[1] = step;
    else runs.push([step, step]);
  }
  return runs;
}
