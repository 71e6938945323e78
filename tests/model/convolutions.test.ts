import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import type { Weights } from '../../src/model/trace.ts';
import { CONVOLUTIONS, convolutions, movedAxis, slowConvolution } from '../arbitraries/convolutions.ts';
import { networkOf } from '../arbitraries/documents.ts';

function noise(shape: readonly number[], seed: number): Tensor {
  const random = createRandom(seed);
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}

describe.each(CONVOLUTIONS)('%s', (kind) => {
  it('has the shape, the multiply-adds and the numbers of a loop', () => {
    fc.assert(
      fc.property(convolutions(kind), fc.nat(), (given, seed) => {
        const network = networkOf(given.input, { class_name: kind, config: given.config });
        const [layer] = network.layers;
        const drawn = layer!.weights.map(({ name, shape }, at) => ({ name, ...noise(shape, seed + at) }));
        const weights: Weights = new Map([[layer!.name, drawn]]);
        const input = noise(given.input, seed);
        const first = given.config.data_format === 'channels_first';
        const wanted = slowConvolution(given, first ? movedAxis(input, 'last') : input, drawn);
        const output = first ? movedAxis(wanted.output, 'first') : wanted.output;
        const got = forward(network, weights, input).layers.get(layer!.name)!.output;
        expect(layer!.outputShape).toEqual(output.shape);
        expect(got.shape).toEqual(output.shape);
        expect(layer!.macs).toBe(wanted.products);
        for (const [cell, value] of got.data.entries()) expect(value).toBeCloseTo(output.data[cell]!, 4);
      }),
      { numRuns: 60 },
    );
  });
});

/** Names and shapes as `layer.weights` of Keras 3.15 has them, and the fans of its `compute_fans`. */
test.each([
  ['Conv1D', [9, 4], { filters: 6, kernel_size: 3, groups: 2 }, [['kernel', [3, 2, 6], 6, 18]]],
  ['Conv3D', [5, 5, 5, 2], { filters: 3, kernel_size: [1, 2, 3] }, [['kernel', [1, 2, 3, 2, 3], 12, 18]]],
  ['DepthwiseConv2D', [5, 5, 2], { kernel_size: 3, depth_multiplier: 4 }, [['kernel', [3, 3, 2, 4], 18, 36]]],
  [
    'SeparableConv1D',
    [7, 2],
    { filters: 5, kernel_size: 3, depth_multiplier: 3 },
    [
      ['depthwise_kernel', [3, 2, 3], 6, 9],
      ['pointwise_kernel', [1, 6, 5], 6, 5],
    ],
  ],
  ['Conv2DTranspose', [4, 4, 2], { filters: 5, kernel_size: 3 }, [['kernel', [3, 3, 5, 2], 45, 18]]],
] as const)('weights of %s on %j', (class_name, input, config, wanted) => {
  const { weights } = networkOf(input, { class_name, config: { ...config, use_bias: false } }).layers[0]!;
  expect(weights.map(({ name, shape, fanIn, fanOut }) => [name, shape, fanIn, fanOut])).toEqual(wanted);
});

test.each([
  [
    'Conv2D',
    [5, 5, 2],
    { filters: 3, kernel_size: 3, groups: 2 },
    'The number of filters must be evenly divisible by the number of groups',
  ],
  [
    'Conv1D',
    [5, 3],
    { filters: 4, kernel_size: 3, groups: 2 },
    'The number of input channels must be evenly divisible by the number of groups',
  ],
  [
    'Conv2DTranspose',
    [5, 5, 2],
    { filters: 4, kernel_size: 3, strides: 2, dilation_rate: 2 },
    '`strides > 1` not supported in conjunction with `dilation_rate > 1`',
  ],
  [
    'Conv1DTranspose',
    [5, 2],
    { filters: 4, kernel_size: 3, strides: 2, output_padding: 2 },
    '`output_padding` must be strictly less than `strides` for all dimensions',
  ],
  ['Conv2D', [5, 5, 2], { filters: 4, kernel_size: 3, padding: 'causal' }, 'one of "valid", "same"'],
  ['DepthwiseConv2D', [3, 5, 5], { kernel_size: 4, data_format: 'channels_last' }, 'a window that fits'],
])('%s on %j with %j is refused as Keras refuses it', (class_name, input, config, words) => {
  expect(() => networkOf(input, { class_name, config })).toThrow(words);
});

test('depthwise and separable ones take strides and dilation together, as in Keras', () => {
  const config = { filters: 4, kernel_size: 3, strides: 2, dilation_rate: 2 };
  expect(networkOf([9, 9, 2], { class_name: 'SeparableConv2D', config }).layers[0]!.outputShape).toEqual([
    3, 3, 4,
  ]);
});

test('causal padding goes with channels_first too, and a missing format is channels_last', () => {
  const config = { filters: 2, kernel_size: 3, padding: 'causal' };
  const first = { class_name: 'Conv1D', config: { ...config, data_format: 'channels_first' } };
  expect(networkOf([3, 7], first).layers[0]!.outputShape).toEqual([2, 7]);
  const none = { class_name: 'Conv1D', config: { ...config, data_format: null } };
  expect(networkOf([7, 3], none).layers[0]!.outputShape).toEqual([7, 2]);
});

test('a receptive field through a transposed convolution is what its cells really see', () => {
  const up = { class_name: 'Conv1DTranspose', config: { filters: 1, kernel_size: 2, strides: 2 } };
  const conv = (kernel_size: number) => ({ class_name: 'Conv1D', config: { filters: 1, kernel_size } });
  const fields = networkOf([12, 1], conv(3), up, conv(2), conv(2)).layers.map(
    (layer) => layer.receptiveField,
  );
  // 3 cells; each upsampled cell sees one of those; two neighbours see two; three see two.
  expect(fields).toEqual([[3], [3], [4], [4]]);
});
