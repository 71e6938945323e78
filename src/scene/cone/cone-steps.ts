import type { Ink, Mark, Target } from '../marks.ts';
import { runsOf } from './cone-places.ts';
import { type Plan, type Row, visible } from './cone-plan.ts';

/** Pixels under which steps are not pointed at one by one. */
const LEAST_HIT = 3;

/** Steps as dots, or as runs where dots would touch. */
export function stepMarks(plan: Plan, row: Row, steps: readonly number[], ink: Ink, grow = 0): Mark[] {
  const { radius, pitch, dots, left, right } = plan;
  const thick = radius + grow;
  if (dots) {
    return steps.flatMap((step): Mark[] => {
      const x = row.at(step);
      if (x <= left || x >= right) return [];
      const side = 2 * thick;
      return [
        { type: 'rect', x: x - thick, y: row.y - thick, width: side, height: side, radius: thick, fill: ink },
      ];
    });
  }
  return runsOf(steps).flatMap(([first, last]): Mark[] => {
    const [x, end] = [row.at(first) - pitch / 2, row.at(last) + pitch / 2];
    if (end <= left || x >= right) return [];
    return [
      {
        type: 'rect',
        x,
        y: row.y - thick - 1,
        width: Math.max(1, end - x),
        height: 2 * thick + 2,
        fill: ink,
      },
    ];
  });
}

/** Every step of a row in sight, and the padding that is read there. */
export function restMarks(plan: Plan, row: Row, padding: readonly number[]): Mark[] {
  const { left, right, pitch, radius, dots } = plan;
  const [first, last] = visible(row, plan);
  const thick = Math.max(3, radius);
  const band = (x: number, end: number): Mark[] => {
    const [near, far] = [Math.max(left, x), Math.min(right, end)];
    if (far <= near) return [];
    return [
      {
        type: 'rect',
        x: near,
        y: row.y - thick,
        width: far - near,
        height: 2 * thick,
        padding: true,
        stroke: 'line',
      },
    ];
  };
  const shown = padding.length > 0 ? runsOf(padding) : [];
  const outside = shown.flatMap(([low, high]) => band(row.at(low) - pitch / 2, row.at(high) + pitch / 2));
  if (!dots) {
    const x = Math.max(left, row.at(first) - pitch / 2);
    const width = Math.min(right, row.at(last) + pitch / 2) - x;
    return [...outside, { type: 'rect', x, y: row.y - 1, width, height: 2, fill: 'line' }];
  }
  const steps = Array.from({ length: last - first + 1 }, (_, at) => first + at);
  const rings = steps.flatMap((step): Mark[] => {
    const x = row.at(step);
    const side = 2 * radius;
    return [
      {
        type: 'rect',
        x: x - radius,
        y: row.y - radius,
        width: side,
        height: side,
        radius,
        fill: 'surface',
        stroke: 'line',
        strokeWidth: radius > 2 ? 1.5 : 1,
      },
    ];
  });
  return [...outside, ...rings];
}

/** What a pointer is over: each step its share of the row. */
export function hitMarks(plan: Plan, row: Row, target: (step: number) => Target, height: number): Mark[] {
  const [first, last] = visible(row, plan);
  const wide = last > first ? (row.at(last) - row.at(first)) / (last - first) : plan.pitch;
  const by = Math.max(1, Math.ceil(LEAST_HIT / Math.max(0.01, wide)));
  const marks: Mark[] = [];
  for (let step = first; step <= last; step += by) {
    const x = row.at(step) - wide / 2;
    marks.push({
      type: 'rect',
      x,
      y: row.y - height / 2,
      width: wide * by,
      height,
      fill: 'none',
      target: target(step),
    });
  }
  return marks;
}
