import { expect, test } from 'vitest';
import { signalPoints } from '../../src/paint/signal-points.ts';
import type { SignalMark } from '../../src/scene/marks.ts';

function mark(values: readonly number[], more: Partial<SignalMark> = {}): SignalMark {
  const size = { x: 10, y: 20, width: 40, height: 8 };
  const place = { offset: 0, stride: 1, count: values.length, low: -1, high: 1 };
  return { type: 'signal', ...size, ...place, values: Float32Array.from(values), ink: 'ink', ...more };
}

test('a step stands in the middle of its share of the width, the range from bottom to top', () => {
  expect(signalPoints(mark([-1, 0, 1, 0.5])).line).toEqual([15, 28, 25, 24, 35, 20, 45, 22]);
});

test('a channel of several is read by its offset and stride', () => {
  const { line } = signalPoints(mark([9, 0, 9, 1], { offset: 1, stride: 2, count: 2 }));
  expect(line).toEqual([20, 24, 40, 20]);
});

test('the tint lies between the line and zero, and the sides meet where the line crosses it', () => {
  const { above, below } = signalPoints(mark([1, -1], { filled: true }));
  expect(above).toEqual([20, 24, 20, 20, 30, 24, 40, 24]);
  expect(below).toEqual([20, 24, 30, 24, 40, 28, 40, 24]);
});

test('a side on which the line never is has no tint', () => {
  const { above, below } = signalPoints(mark([0, 1, 0.5], { filled: true }));
  expect(above.length).toBeGreaterThan(0);
  expect(below).toEqual([]);
});

test('a long signal keeps its smallest and its largest number, and takes two points a pixel at most', () => {
  const values = Array.from({ length: 100_000 }, (_, at) => Math.sin(at / 500) * 0.5);
  values[71_234] = 1;
  values[31_111] = -1;
  const { line } = signalPoints(mark(values));
  const heights = line.filter((_, at) => at % 2 === 1);
  expect(heights.length).toBeLessThanOrEqual(80);
  expect(Math.min(...heights)).toBe(20);
  expect(Math.max(...heights)).toBe(28);
});

test('a number that is none lifts the pen', () => {
  const { line, above } = signalPoints(mark([0, Number.NaN, 1], { filled: true }));
  expect(line.slice(2, 4)).toEqual([Number.NaN, Number.NaN]);
  expect(above).toEqual([]);
});
