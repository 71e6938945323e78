import type { ConeSteps } from '../../model/cone.ts';
import { tapsOf } from '../../model/window.ts';
import type { Ink, Mark } from '../marks.ts';
import type { Plan } from './cone-plan.ts';

interface Lines {
  readonly inside: number[];
  readonly padding: number[];
}

/** Lines from the steps of each row to what they read. */
export function linesOf({ rows, left, right }: Plan, steps: ConeSteps, inSight = false): Lines {
  const inside: number[] = [];
  const padding: number[] = [];
  rows.forEach(({ level, y, at }, row) => {
    for (const read of level.reads) {
      const below = rows[read.level]!;
      for (const step of steps[row]!) {
        for (const tap of tapsOf(read.window, step)) {
          const x = below.at(tap.cell);
          if (inSight && (x <= left || x >= right)) continue;
          (tap.inside ? inside : padding).push(at(step), y, x, below.y, Number.NaN, Number.NaN);
        }
      }
    }
  });
  return { inside, padding };
}

export function countOf({ rows }: Plan, steps: ConeSteps): number {
  return rows.reduce(
    (sum, { level }, row) =>
      sum + level.reads.reduce((taps, { window }) => taps + window.kernel * steps[row]!.length, 0),
    0,
  );
}

export interface Look {
  readonly ink: Ink;
  readonly width: number;
  readonly opacity: number;
}

export function lineMarks(lines: Lines, { ink: stroke, width: strokeWidth, opacity }: Look): Mark[] {
  const marks: Mark[] = [];
  const base = { type: 'path', strokeWidth, stroke } as const;
  if (lines.padding.length > 0)
    marks.push({ ...base, points: lines.padding, opacity: opacity * 0.45, dash: [2, 3] });
  if (lines.inside.length > 0) marks.push({ ...base, points: lines.inside, opacity });
  return marks;
}

/** From row to row the area between the first and the last step of a tree. */
export function areaMarks(
  { rows }: Plan,
  steps: ConeSteps,
  padding: ConeSteps,
  fill: Ink,
  opacity: number,
): Mark[] {
  return rows.flatMap(({ level, y, at }, row) =>
    level.reads.flatMap((read): Mark[] => {
      const own = steps[row]!;
      const below = [...steps[read.level]!, ...padding[read.level]!];
      if (own.length === 0 || below.length === 0) return [];
      const under = rows[read.level]!;
      const [low, high] = [Math.min(...below), Math.max(...below)];
      const points = [at(own[0]!), y, at(own.at(-1)!), y, under.at(high), under.y, under.at(low), under.y];
      return [{ type: 'path', points, stroke: fill, strokeWidth: 0.5, fill, opacity }];
    }),
  );
}

/** Lines between the steps that a step feeds, from row to row. */
export function upLines({ rows }: Plan, fed: ConeSteps): number[] {
  const points: number[] = [];
  rows.forEach(({ level, y, at }, row) => {
    for (const read of level.reads) {
      const below = rows[read.level]!;
      const known = new Set(fed[read.level]);
      for (const step of fed[row]!) {
        for (const { cell } of tapsOf(read.window, step)) {
          if (known.has(cell)) points.push(at(step), y, below.at(cell), below.y, Number.NaN, Number.NaN);
        }
      }
    }
  });
  return points;
}
