import { describe, expect, test } from 'vitest';
import {
  FIXED_PRESETS,
  type FixedPreset,
  presetFits,
  presetSlice,
} from '../../../src/model/kernels/presets.ts';

/** Textbook values of 3 × 3, written by hand. */
const THREE: Readonly<Record<FixedPreset, readonly number[]>> = {
  identity: [0, 0, 0, 0, 1, 0, 0, 0, 0],
  sobel_x: [-1, 0, 1, -2, 0, 2, -1, 0, 1],
  sobel_y: [-1, -2, -1, 0, 0, 0, 1, 2, 1],
  prewitt_x: [-1, 0, 1, -1, 0, 1, -1, 0, 1],
  prewitt_y: [-1, -1, -1, 0, 0, 0, 1, 1, 1],
  laplacian: [0, 1, 0, 1, -4, 1, 0, 1, 0],
  box: [1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9, 1 / 9],
  gaussian: [1, 2, 1, 2, 4, 2, 1, 2, 1].map((value) => value / 16),
  sharpen: [0, -1, 0, -1, 5, -1, 0, -1, 0],
  emboss: [-2, -1, 0, -1, 1, 1, 0, 1, 2],
  cross: [1, 0, 1, 0, 1, 0, 1, 0, 1],
};

const SIZES = [1, 2, 3, 4, 5, 7, 8].flatMap((rows) =>
  [1, 2, 3, 4, 5, 6].map((cols) => [rows, cols] as const),
);
const EDGES: readonly FixedPreset[] = ['sobel_x', 'sobel_y', 'prewitt_x', 'prewitt_y', 'laplacian'];
const sumOf = (slice: readonly number[]) => slice.reduce((sum, value) => sum + value, 0);

test.each(FIXED_PRESETS)('%s is the textbook’s where it is 3 × 3', (name) => {
  expect(presetSlice(name, 3, 3).map((value) => value + 0)).toEqual(THREE[name]);
});

test('the 5 × 5 Sobel and Gaussian, worked out by hand', () => {
  const row = [-1, -2, 0, 2, 1];
  expect(presetSlice('sobel_x', 5, 5)).toEqual(
    [1, 4, 6, 4, 1].flatMap((by) => row.map((value) => by * value)),
  );
  expect(presetSlice('gaussian', 5, 5).slice(10, 15)).toEqual([6, 24, 36, 24, 6].map((value) => value / 256));
});

test('even sizes: differences and ramps stand between the cells, the centre before the middle', () => {
  expect(presetSlice('sobel_x', 2, 2)).toEqual([-1, 1, -1, 1]);
  expect(presetSlice('prewitt_x', 1, 4)).toEqual([-1.5, -0.5, 0.5, 1.5]);
  expect(presetSlice('identity', 4, 2).indexOf(1)).toBe(1 * 2 + 0);
  expect(presetSlice('laplacian', 4, 4)).toEqual([0, 1, 0, 0, 1, -4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0]);
});

describe.each(SIZES)('%i × %i', (rows, cols) => {
  const fitting = FIXED_PRESETS.filter((name) => presetFits(name, rows, cols));

  test('as many numbers as cells, edges sum to 0, everything that keeps a picture’s brightness to 1', () => {
    for (const name of fitting) {
      const slice = presetSlice(name, rows, cols);
      expect(slice, name).toHaveLength(rows * cols);
      if (EDGES.includes(name)) expect(sumOf(slice), name).toBeCloseTo(0, 10);
      else if (name !== 'cross') expect(sumOf(slice), name).toBeCloseTo(1, 10);
    }
  });

  test('x is y turned; differences are odd along their axis, blurs the same from both ends', () => {
    for (const [x, y] of [
      ['sobel_x', 'sobel_y'],
      ['prewitt_x', 'prewitt_y'],
    ] as const) {
      if (!fitting.includes(x)) continue;
      const slice = presetSlice(x, rows, cols);
      const turned = presetSlice(y, cols, rows);
      slice.forEach((value, at) => {
        const [row, col] = [Math.floor(at / cols), at % cols];
        expect(turned[col * rows + row]).toBe(value);
        expect(slice[row * cols + cols - 1 - col]! + value).toBe(0);
      });
    }
    for (const name of ['gaussian', 'box'] as const) {
      const slice = presetSlice(name, rows, cols);
      expect(slice.toReversed()).toEqual(slice);
    }
  });
});
