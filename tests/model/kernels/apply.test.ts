import { expect, test } from 'vitest';
import { flatIndex } from '../../../src/base/tensor.ts';
import { presetEdits, presetsFor } from '../../../src/model/kernels/apply.ts';
import type { WeightSpec } from '../../../src/model/layers/definition.ts';

function kernel(...shape: number[]): WeightSpec {
  const area = shape.slice(0, -2).reduce((product, length) => product * length, 1);
  return {
    name: 'kernel',
    shape,
    initializer: { class_name: 'Zeros', config: {} },
    fanIn: area * shape.at(-2)!,
    fanOut: area * shape.at(-1)!,
    trainable: true,
  };
}

test('a slice of its own: only the filter and the channel looked at', () => {
  const edits = presetEdits('sobel_x', kernel(3, 3, 8, 16), { filter: 5, channel: 2, seed: 1 });
  expect(edits).toHaveLength(9);
  expect(edits[5]).toEqual({ weight: 'kernel', index: [1, 2, 2, 5], value: 2 });
});

test('all slices together give what one gives: each is divided by their number', () => {
  const spec = kernel(3, 3, 4, 2);
  const edits = presetEdits('box', spec, { filter: 1, seed: 1 });
  expect(edits).toHaveLength(36);
  expect(new Set(edits.map(({ index }) => flatIndex(spec.shape, index))).size).toBe(36);
  expect(edits.every(({ value, index }) => value === 1 / 36 && index[3] === 1)).toBe(true);
});

test('random kernels follow from their seed, with the spread of the layer’s fans', () => {
  const spec = kernel(5, 5, 32, 8);
  const drawn = (name: 'he_normal' | 'glorot_uniform', seed: number) =>
    presetEdits(name, spec, { filter: 3, seed }).map(({ value }) => value);
  const he = drawn('he_normal', 4);
  expect(drawn('he_normal', 4)).toEqual(he);
  expect(drawn('he_normal', 5)).not.toEqual(he);
  const variance = he.reduce((sum, value) => sum + value * value, 0) / he.length;
  expect(variance / (2 / 800)).toBeGreaterThan(0.8);
  expect(variance / (2 / 800)).toBeLessThan(1.2);
  const limit = Math.sqrt(6 / (800 + 200));
  const glorot = drawn('glorot_uniform', 4);
  expect(Math.max(...glorot.map(Math.abs))).toBeLessThanOrEqual(limit);
  expect(Math.max(...glorot)).toBeGreaterThan(0.95 * limit);
});

test('a layer without places takes random weights only, a small kernel what fits it', () => {
  expect(presetsFor(kernel(40, 10))).toEqual(['he_normal', 'glorot_uniform']);
  expect(presetsFor(kernel(1, 1, 3, 2))).toEqual([
    'identity',
    'box',
    'gaussian',
    'he_normal',
    'glorot_uniform',
  ]);
  expect(presetsFor(kernel(3, 3, 3, 2))).toHaveLength(13);
  expect(presetEdits('he_normal', kernel(40, 10), { filter: 7, seed: 1 }).at(-1)!.index).toEqual([39, 7]);
});
