import fc from 'fast-check';
import { expect, test } from 'vitest';
import { curvePicture } from '../../../src/scene/charts/curve.ts';
import { createSeries } from '../../../src/scene/charts/series.ts';

test('a series of any length keeps its extremes and its sum in a fixed number of buckets', () => {
  const values = fc.array(fc.float({ min: -100, max: 100, noNaN: true }), { minLength: 1, maxLength: 400 });
  fc.assert(
    fc.property(values, fc.constantFrom(2, 8, 32), (list, capacity) => {
      const series = createSeries(capacity);
      list.forEach((value, at) => {
        series.push(at + 1, value);
      });
      expect(series.length).toBeLessThanOrEqual(capacity);
      expect(series.latest).toBe(list.at(-1));
      expect(series.last).toBe(list.length);
      for (let at = 0; at < series.length; at++) {
        const bucket = list.slice(at * series.span, (at + 1) * series.span);
        expect(series.min[at]).toBeCloseTo(Math.min(...bucket), 4);
        expect(series.max[at]).toBeCloseTo(Math.max(...bucket), 4);
        expect(series.mean[at]).toBeCloseTo(bucket.reduce((sum, value) => sum + value, 0) / bucket.length, 2);
      }
    }),
  );
});

test('the picture does not grow with the series', () => {
  const sizes = [1_000, 100_000].map((steps) => {
    const series = createSeries(256);
    for (let step = 1; step <= steps; step++) series.push(step, Math.sin(step));
    const lines = [{ name: 'loss', series, ink: 'accent', fine: true } as const];
    const { marks } = curvePicture({ lines, width: 300, height: 120, axis: 'positive' });
    return marks.reduce((sum, mark) => sum + (mark.type === 'path' ? mark.points.length : 1), 0);
  });
  expect(sizes[1]).toBeLessThan(2 * sizes[0]!);
});

test('lines stay within the chart, gaps and values that are not finite included', () => {
  const series = createSeries(16);
  [0.5, Number.NaN, 1e9, 3].forEach((value, at) => {
    series.push(at * 7 + 1, value);
  });
  const lines = [{ name: 'loss', series, ink: 'accent', fine: true } as const];
  for (const axis of ['share', 'positive'] as const) {
    for (const mark of curvePicture({ lines, width: 300, height: 120, axis }).marks) {
      if (mark.type !== 'path') continue;
      Array.from(mark.points).forEach((value, at) => {
        expect(value).toBeGreaterThanOrEqual(0);
        expect(value).toBeLessThanOrEqual(at % 2 === 0 ? 300 : 120);
      });
    }
  }
});
