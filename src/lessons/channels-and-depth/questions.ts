import { sizeOf } from '../../base/tensor.ts';
import { pick, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, networkOf, stackOf, tensorOf, traceOf } from '../small-model.ts';

/** One Conv2D over rows, columns and channels. */
function convOf(rows: number, cols: number, channels: number, filters: number, kernel_size: number) {
  return stackOf(
    `${rows}×${cols}×${channels}, Conv2D(${filters}, ${kernel_size})`,
    [rows, cols, channels],
    [layer('Conv2D', { filters, kernel_size })],
  );
}

const origin = { layer: 'conv2d', index: [0, 0, 0] };

/** The shape of a layer's kernels: as deep as their input. */
const kernelShape: Question = {
  misconceptions: ['kernel-depth'],
  make(random) {
    const kernel = pick(random, [3, 5]);
    const channels = pick(random, [3, 4, 6, 8]);
    const filters = pick(random, [10, 12, 16, 20]);
    const size = whole(random, 14, 28);
    const document = convOf(size, size, channels, filters, kernel);
    return {
      figures: { kernel, channels, filters, size },
      form: { type: 'shape', rank: 4 },
      truth: lastOf(document).weights[0]!.shape,
      wrong: [
        { answer: [kernel, kernel, 1, filters], why: 'flat' },
        { answer: [kernel, kernel, filters, channels], why: 'swapped' },
        { answer: [size, size, channels, filters], why: 'whole-picture' },
      ],
      document,
      focus: origin,
      aspect: 'filters',
    };
  },
};

/** Conv2D, pooling, Conv2D on a picture of 28 × 28. */
function twoConvolutions(first: number, second: number, kernel_size: number) {
  return stackOf(
    `28×28, Conv2D(${first}, ${kernel_size}), MaxPooling2D, Conv2D(${second}, ${kernel_size})`,
    [28, 28, 1],
    [
      layer('Conv2D', { filters: first, kernel_size, activation: 'relu' }),
      layer('MaxPooling2D'),
      layer('Conv2D', { filters: second, kernel_size, activation: 'relu' }),
    ],
  );
}

/** The parameters of a hidden convolution. */
const count: Question = {
  misconceptions: ['kernel-depth', 'parameter-count'],
  make(random) {
    const kernel = pick(random, [3, 5]);
    const first = pick(random, [6, 8, 10, 16, 20]);
    const second = pick(random, [12, 24, 32, 40]);
    const document = twoConvolutions(first, second, kernel);
    const last = lastOf(document);
    const slice = kernel * kernel;
    return {
      figures: { kernel, first, second },
      form: { type: 'number' },
      truth: last.params,
      wrong: [
        { answer: (slice + 1) * second, why: 'flat' },
        { answer: last.params - second, why: 'no-bias' },
        { answer: last.params - second + 1, why: 'one-bias' },
        { answer: networkOf(document).params, why: 'both-layers' },
        { answer: last.params - second + first * second, why: 'bias-a-slice' },
      ],
      document,
      focus: { layer: 'conv2d_1', index: [0, 0, 0] },
      aspect: 'filters',
    };
  },
};

/** Channels out are the number of filters. */
const maps: Question = {
  misconceptions: ['one-filter-one-map', 'channels-out'],
  make(random) {
    const kernel = pick(random, [3, 5]);
    const [rows, cols] = [whole(random, 12, 20), whole(random, 21, 30)];
    const channels = pick(random, [3, 4, 8]);
    const filters = pick(random, [5, 6, 10, 12]);
    const document = convOf(rows, cols, channels, filters, kernel);
    const truth = lastOf(document).outputShape;
    const [height, width] = truth as readonly [number, number];
    return {
      figures: { kernel, rows, cols, channels, filters },
      form: { type: 'shape', rank: 3 },
      truth,
      wrong: [
        { answer: [height, width, channels * filters], why: 'times' },
        { answer: [height, width, channels], why: 'channels-kept' },
        { answer: [rows, cols, filters], why: 'size-kept' },
        { answer: [height, width, 1], why: 'one-map' },
      ],
      document,
      focus: origin,
    };
  },
};

/** How many filters give that many channels. */
const filtersFor: Question = {
  misconceptions: ['one-filter-one-map', 'channels-out'],
  make(random) {
    const channels = pick(random, [3, 4, 8]);
    const wanted = channels * whole(random, 2, 6);
    const kernel = pick(random, [3, 5]);
    const channelsOut = (filters: number) =>
      lastOf(convOf(12, 12, channels, filters, kernel)).outputShape[2]!;
    let truth = 1;
    while (channelsOut(truth) < wanted) truth++;
    return {
      figures: { channels, wanted, kernel },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: wanted / channels, why: 'divided' },
        { answer: wanted * channels, why: 'times' },
        { answer: wanted - channels, why: 'added' },
      ],
      document: convOf(12, 12, channels, truth, kernel),
      focus: origin,
    };
  },
};

const SLICES = stackOf(
  '2×2×2, Conv2D(1, 2)',
  [2, 2, 2],
  [layer('Conv2D', { filters: 1, kernel_size: 2, use_bias: false })],
);

/** Numbers of two channels, as they alternate in memory. */
function alternating(one: readonly number[], other: readonly number[]): number[] {
  return one.flatMap((value, at) => [value, other[at]!]);
}

/** One number from two channels, each with a slice of its own. */
const twoSlices: Question = {
  misconceptions: ['slices-differ', 'kernel-depth'],
  make(random) {
    const four = (low: number, high: number) => Array.from({ length: 4 }, () => whole(random, low, high));
    const nothing = [0, 0, 0, 0];
    for (;;) {
      const [first, second] = [four(0, 3), four(0, 3)];
      const [slice0, slice1] = [four(-1, 2), four(-1, 2)];
      const weights = (one: readonly number[], other: readonly number[]) => ({
        conv2d: [{ shape: [2, 2, 2, 1], data: alternating(one, other) }],
      });
      const input = tensorOf([2, 2, 2], alternating(first, second));
      const sum = (one: readonly number[], other: readonly number[]) =>
        traceOf(SLICES, input, weights(one, other)).layers.get('conv2d')!.output.data[0]!;
      const truth = sum(slice0, slice1);
      if (truth === sum(slice0, slice0)) continue;
      return {
        figures: {
          first,
          second,
          slice0,
          slice1,
          sum0: sum(slice0, nothing),
          sum1: sum(nothing, slice1),
        },
        form: { type: 'number' },
        truth,
        wrong: [
          { answer: sum(slice0, slice0), why: 'copied' },
          { answer: sum(slice1, slice1), why: 'copied' },
          { answer: sum(slice0, nothing), why: 'one-channel' },
          { answer: sum(nothing, slice1), why: 'one-channel' },
        ],
        document: SLICES,
        weights: weights(slice0, slice1),
        input: { tensor: input },
        focus: origin,
      };
    }
  },
};

/** How many different weights one filter has. */
const ofOneFilter: Question = {
  misconceptions: ['slices-differ', 'kernel-depth'],
  make(random) {
    const kernel = pick(random, [3, 5, 7]);
    const channels = pick(random, [3, 8, 16, 32]);
    const filters = pick(random, [4, 10, 12, 20]);
    const document = convOf(16, 16, channels, filters, kernel);
    const truth = sizeOf(lastOf(document).weights[0]!.shape) / filters;
    return {
      figures: { kernel, channels, filters, slice: kernel * kernel },
      form: { type: 'number' },
      truth,
      wrong: [
        { answer: kernel * kernel, why: 'copied' },
        { answer: kernel * channels, why: 'one-axis' },
        { answer: truth * filters, why: 'all-filters' },
        { answer: truth + 1, why: 'with-bias' },
      ],
      document,
      focus: origin,
      aspect: 'filters',
    };
  },
};

/** How much of the picture a cell of the second convolution sees. */
const field: Question = {
  misconceptions: ['receptive-field-compounds'],
  make(random) {
    const [first, second] = [pick(random, [3, 5]), pick(random, [3, 5])];
    const pool = whole(random, 2, 3);
    const filters = 4;
    const stack = (layers: readonly object[]) =>
      stackOf(`Conv2D ${first}, MaxPooling2D ${pool}, Conv2D ${second}`, [36, 36, 1], layers);
    const conv = (kernel_size: number) => layer('Conv2D', { filters, kernel_size });
    const document = stack([conv(first), layer('MaxPooling2D', { pool_size: pool }), conv(second)]);
    const reach = (given: unknown) => lastOf(given).receptiveField[0]!;
    return {
      figures: { first, second, pool, steps: second - 1, pooled: first + pool - 1 },
      form: { type: 'number' },
      truth: reach(document),
      wrong: [
        { answer: second, why: 'own-kernel' },
        {
          answer: reach(
            stack([conv(first), layer('MaxPooling2D', { pool_size: pool, strides: 1 }), conv(second)]),
          ),
          why: 'no-stride',
        },
        { answer: first + pool + second, why: 'added' },
        { answer: first * pool * second, why: 'multiplied' },
        { answer: pool * second, why: 'first-forgotten' },
      ],
      document,
      focus: { layer: 'conv2d_1', index: [2, 2, 0] },
    };
  },
};

export const questions: Questions = {
  'kernel-shape': kernelShape,
  count,
  maps,
  'filters-for': filtersFor,
  'two-slices': twoSlices,
  'of-one-filter': ofOneFilter,
  field,
};
