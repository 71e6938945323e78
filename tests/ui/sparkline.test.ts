import { expect, test } from 'vitest';
import { createSeries } from '../../src/scene/charts/series.ts';
import type { PathMark } from '../../src/scene/marks.ts';
import { sparkline } from '../../src/ui/lab/sparkline.ts';

function lineOf(values: readonly number[], steps: number, top: number | undefined): PathMark[] {
  const series = createSeries();
  values.forEach((value, at) => {
    series.push(at + 1, value);
  });
  const line = { series, name: 'training', ink: 'accent', fine: true } as const;
  const { marks } = sparkline([line], 106, 46, steps, top);
  return marks.filter((mark) => mark.type === 'path' && mark.stroke === 'accent') as PathMark[];
}

test('a falling loss falls, within its place, and as far along as the run has come', () => {
  const [path] = lineOf([4, 2, 1], 6, undefined);
  const points = [...path!.points];
  const ys = points.filter((_, at) => at % 2 === 1);
  expect(ys[0]).toBeCloseTo(3); // the largest value at the top inset
  expect(ys[1]).toBeCloseTo(23);
  expect(ys[2]).toBeCloseTo(33);
  expect(points.at(-2)).toBeCloseTo(3 + (3 / 6) * 100);
});

test('a given top is the top, and without values there is only the ground', () => {
  const [path] = lineOf([0.5], 1, 1);
  expect([...path!.points]).toEqual([103, 23]);
  expect(lineOf([], 10, 1)).toEqual([]);
  expect(lineOf([0, 0], 2, undefined)[0]!.points.every(Number.isFinite)).toBe(true);
});
