import { expect, test } from 'vitest';
import { axisMeanings, meaningOf } from '../../src/model/axis-meaning.ts';
import { admit } from '../../src/model/gate.ts';
import type { Axis } from '../../src/model/layers/axis-parts.ts';

type Layer = readonly [string, Record<string, unknown>?];

function axesOf(input_shape: readonly number[], ...layers: Layer[]): readonly (readonly Axis[])[] {
  const { network } = admit({
    kernelscope: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape,
      layers: layers.map(([class_name, config]) => ({ class_name, config: config ?? {} })),
    },
  });
  return [...axisMeanings(network).values()];
}

const words = (axes: readonly Axis[]) => axes.map(meaningOf);
const lastOf = (...request: Parameters<typeof axesOf>) => words(axesOf(...request).at(-1)!);

test('the input of a sequence has steps and features, a picture rows, columns and channels', () => {
  expect(words(axesOf([10, 5], ['ReLU'])[0]!)).toEqual(['step', 'feature']);
  expect(words(axesOf([28, 28, 3], ['ReLU'])[0]!)).toEqual(['row', 'col', 'channel']);
  expect(words(axesOf([3, 28, 28], ['MaxPooling2D', { data_format: 'channels_first' }])[0]!)).toEqual([
    'channel',
    'row',
    'col',
  ]);
  expect(words(axesOf([9], ['Embedding', { input_dim: 50, output_dim: 4 }])[0]!)).toEqual(['step']);
});

test('Permute turns the axes; Reshape to the same shape mixes them', () => {
  expect(lastOf([10, 5], ['Permute', { dims: [2, 1] }])).toEqual(['feature', 'step']);
  const [rows, cols] = axesOf([10, 5], ['Reshape', { target_shape: [5, 10] }]).at(-1)!;
  expect(meaningOf(rows!)).toBe('step');
  expect(rows!.parts).toEqual([{ meanings: ['step'], size: 5, each: 2, of: 10 }]);
  expect(meaningOf(cols!)).toBe('mixed');
  expect(cols!.parts.map(({ size, meanings }) => [size, ...meanings])).toEqual([
    [2, 'step'],
    [5, 'feature'],
  ]);
});

test('axes that are split and joined again at the old borders keep their meaning', () => {
  expect(
    lastOf([10, 6], ['Reshape', { target_shape: [10, 2, 3] }], ['Reshape', { target_shape: [10, 6] }]),
  ).toEqual(['step', 'feature']);
  expect(lastOf([10, 5], ['Reshape', { target_shape: [10, 5, 1] }])).toEqual(['step', 'feature', 'single']);
  const [, , both] = axesOf([4, 4, 3], ['Flatten'], ['Reshape', { target_shape: [4, 4, 3] }]);
  expect(words(axesOf([4, 4, 3], ['Flatten'])[1]!)).toEqual(['mixed']);
  expect(words(both!)).toEqual(['row', 'col', 'channel']);
});

test('where no border of the new axes lies on an old one all are mixed', () => {
  expect(lastOf([4, 6], ['Reshape', { target_shape: [3, 8] }])).toEqual(['mixed', 'mixed']);
});

const conv = (filters: number) => ({
  layer: { class_name: 'Conv1D', config: { filters, kernel_size: 5, padding: 'causal' } },
});

test('what a convolution slid over while it was mixed stays mixed, the permuted twin keeps its steps', () => {
  const plain = axesOf(
    [10, 5],
    ['Reshape', { target_shape: [5, 10, 1] }],
    ['TimeDistributed', conv(8)],
    ['Reshape', { target_shape: [10, 40] }],
  );
  expect(words(plain[2]!)).toEqual(['step', 'mixed', 'channel']);
  expect(words(plain[3]!)).toEqual(['mixed', 'mixed']);
  const twin = axesOf(
    [10, 5],
    ['Permute', { dims: [2, 1] }],
    ['Reshape', { target_shape: [5, 10, 1] }],
    ['TimeDistributed', conv(8)],
    ['Permute', { dims: [2, 1, 3] }],
    ['Reshape', { target_shape: [10, 40] }],
  );
  expect(words(twin[3]!)).toEqual(['feature', 'step', 'channel']);
  expect(words(twin[5]!)).toEqual(['step', 'mixed']);
});

test('layers with axes of their own', () => {
  expect(lastOf([10, 5], ['LSTM', { units: 3, return_sequences: true }])).toEqual(['step', 'unit']);
  expect(lastOf([10, 5], ['LSTM', { units: 3 }])).toEqual(['unit']);
  expect(lastOf([10, 5], ['LSTM', { units: 3 }], ['RepeatVector', { n: 4 }])).toEqual(['step', 'unit']);
  expect(lastOf([10, 5], ['Conv1D', { filters: 3, kernel_size: 3 }], ['GlobalAveragePooling1D'])).toEqual([
    'channel',
  ]);
  expect(
    lastOf([6, 8, 3], ['TimeDistributed', { layer: { class_name: 'GlobalMaxPooling1D', config: {} } }]),
  ).toEqual(['row', 'channel']);
  expect(lastOf([10, 5], ['Dense', { units: 4 }])).toEqual(['step', 'unit']);
  expect(lastOf([9], ['Embedding', { input_dim: 50, output_dim: 4 }], ['MaxPooling1D'])).toEqual([
    'step',
    'feature',
  ]);
});
