import type { CurveLine } from '../../scene/charts/curve-request.ts';
import { stepOf } from '../../scene/charts/series.ts';
import type { Mark, Picture } from '../../scene/marks.ts';

const INSET = 3;

/** The course of a curve where there is no room for axes. `top` is the largest value that must be seen. */
export function sparkline(
  lines: readonly CurveLine[],
  width: number,
  height: number,
  steps: number,
  top: number | undefined,
): Picture {
  const known = lines.filter(({ series }) => series.length > 0);
  const end = Math.max(steps, 1, ...known.map(({ series }) => series.last));
  const values = known.flatMap(({ series }) => [...series.mean.subarray(0, series.length)]);
  const most = top ?? Math.max(Number.MIN_VALUE, ...values.filter(Number.isFinite));
  const floor = height - INSET;
  const marks: Mark[] = [
    { type: 'path', points: [0, floor + 1, width, floor + 1], stroke: 'line', strokeWidth: 1 },
  ];
  for (const { series, ink, dash } of known) {
    const points: number[] = [];
    for (let at = 0; at < series.length; at++) {
      const mean = series.mean[at]!;
      if (!Number.isFinite(mean)) continue;
      const step = stepOf(series, at);
      points.push(INSET + (step / end) * (width - 2 * INSET), floor - (mean / most) * (floor - INSET));
    }
    if (points.length === 0) continue;
    marks.push({ type: 'path', points, stroke: ink, strokeWidth: 1.5, ...(dash && { dash }) });
    const [x, y] = points.slice(-2) as [number, number];
    marks.push({ type: 'rect', x: x - 2, y: y - 2, width: 4, height: 4, radius: 2, fill: ink });
  }
  return { width, height, marks };
}
