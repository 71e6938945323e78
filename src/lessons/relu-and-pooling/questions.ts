import type { Random } from '../../base/random.ts';
import { flatIndex, indexAt } from '../../base/tensor.ts';
import { explain } from '../../model/explain.ts';
import { forward } from '../../model/forward.ts';
import { pick, shuffled, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, networkOf, stackOf, tensorOf, traceOf } from '../small-model.ts';

function numbers(random: Random, count: number, low: number, high: number): number[] {
  return Array.from({ length: count }, () => whole(random, low, high));
}

/** Places of the numbers for which it holds. */
function placesOf(list: ArrayLike<number>, is: (value: number, at: number) => boolean): number[] {
  return Array.from(list, (value, at) => (is(value, at) ? at : -1)).filter((at) => at >= 0);
}

/** What the last layer of a document gives for these numbers. */
function outputOf(document: unknown, shape: readonly number[], input: readonly number[]): Float32Array {
  const { name } = lastOf(document);
  return traceOf(document, tensorOf(shape, input)).layers.get(name)!.output.data;
}

const RECTIFIED = [3, 5, 1] as const;
const rectifier = stackOf('ReLU', RECTIFIED, [layer('ReLU')]);

/** Which cells ReLU leaves at zero. */
const rectified: Question = {
  misconceptions: [],
  make(random) {
    const input = shuffled(
      random,
      [0, ...numbers(random, whole(random, 4, 8), -9, -1), ...numbers(random, 14, 1, 9)].slice(0, 15),
    );
    const output = outputOf(rectifier, RECTIFIED, input);
    const truth = placesOf(output, (value) => value === 0);
    return {
      figures: { zeros: truth.length, cells: input.length },
      form: { type: 'cells', rows: RECTIFIED[0], columns: RECTIFIED[1], values: input },
      truth,
      wrong: [
        { answer: placesOf(input, (value) => value < 0), why: 'zero-forgotten' },
        { answer: placesOf(input, (value) => value > 0), why: 'turned-round' },
        { answer: placesOf(input, (value) => value === 0), why: 'only-zeros' },
      ],
      document: rectifier,
      input: { tensor: tensorOf(RECTIFIED, input) },
      focus: { layer: 're_lu', index: indexAt(RECTIFIED, truth[0]!) },
    };
  },
};

const activated = (activation: 'relu' | 'linear', use_bias = true) =>
  stackOf(
    'Conv2D(1, 2), ReLU',
    [2, 2, 1],
    [layer('Conv2D', { filters: 1, kernel_size: 2, activation, ...(!use_bias && { use_bias }) })],
  );

/** Sum first, bias next, activation last. */
const order: Question = {
  misconceptions: [],
  make(random) {
    for (;;) {
      const window = numbers(random, 4, 0, 3);
      const kernel = numbers(random, 4, -2, 3);
      const bias = pick(random, [-4, -3, -2, -1, 1, 2, 3]);
      const input = tensorOf([2, 2, 1], window);
      const kernelTensor = { shape: [2, 2, 1, 1], data: kernel };
      const weights = { conv2d: [kernelTensor, { shape: [1], data: [bias] }] };
      const first = (document: unknown, given: typeof weights.conv2d) =>
        traceOf(document, input, { conv2d: given }).layers.get('conv2d')!.output.data[0]!;
      const truth = first(activated('relu'), weights.conv2d);
      const pre = first(activated('linear'), weights.conv2d);
      const each = traceOf(
        stackOf('ReLU', [2, 2, 1], [layer('ReLU')]),
        tensorOf(
          [2, 2, 1],
          window.map((value, at) => value * kernel[at]!),
        ),
      ).layers.get('re_lu')!.output.data;
      const eachCut = each.reduce((sum, value) => sum + value, 0) + bias;
      if (eachCut === truth) continue;
      return {
        figures: { window, kernel, bias, pre },
        form: { type: 'number' },
        truth,
        wrong: [
          { answer: pre, why: 'not-cut' },
          { answer: eachCut, why: 'each-cut' },
          { answer: Math.max(0, pre - bias), why: 'no-bias' },
          { answer: Math.max(0, pre - bias) + bias, why: 'bias-last' },
          { answer: Math.abs(pre), why: 'sign-dropped' },
        ],
        document: activated('relu'),
        weights,
        input: { tensor: input },
        focus: { layer: 'conv2d', index: [0, 0, 0] },
      };
    }
  },
};

const GRID = [4, 4, 1] as const;

/** A pooling layer over a square of 4 × 4. */
function pooled(kind: 'MaxPooling2D' | 'AveragePooling2D', config: object = {}) {
  return stackOf(kind, GRID, [layer(kind, config)]);
}

/** Which numbers a maximum keeps. */
const kept: Question = {
  misconceptions: [],
  make(random) {
    for (;;) {
      const values = shuffled(
        random,
        Array.from({ length: 16 }, (_, at) => at + 1),
      );
      const document = pooled('MaxPooling2D');
      const network = networkOf(document);
      const trace = forward(network, new Map(), tensorOf(GRID, values));
      const truth = [0, 1, 2, 3].map((cell) => {
        const index = [...indexAt([2, 2], cell), 0];
        const { terms, output } = explain(network, trace, new Map(), 'max_pooling2d', index);
        return flatIndex(GRID, terms.find(({ input }) => input === output)!.input_index);
      });
      const largest = placesOf(values, (value) => value > 12);
      if (largest.every((cell) => truth.includes(cell))) continue;
      const rows = [0, 4, 8, 12].map((row) => values.indexOf(Math.max(...values.slice(row, row + 4))));
      return {
        figures: { kept: truth.map((cell) => values[cell]!) },
        form: { type: 'cells', rows: 4, columns: 4, values },
        truth: truth.toSorted((a, b) => a - b),
        wrong: [
          { answer: largest, why: 'largest-of-all' },
          { answer: rows, why: 'of-each-row' },
          { answer: [values.indexOf(16)], why: 'only-one' },
        ],
        document,
        input: { tensor: tensorOf(GRID, values) },
        focus: { layer: 'max_pooling2d', index: [0, 0, 0] },
      };
    }
  },
};

const OTHER = { MaxPooling2D: 'AveragePooling2D', AveragePooling2D: 'MaxPooling2D' } as const;

/** One number that comes out of a window. */
const pool: Question = {
  misconceptions: [],
  make(random) {
    const kind = pick(random, ['MaxPooling2D', 'AveragePooling2D'] as const);
    const [row, col] = [whole(random, 0, 1), whole(random, 0, 1)];
    for (;;) {
      const grid = numbers(random, 16, 0, 9);
      const at = row * 2 + col;
      const numberOf = (document: unknown, cell = at) => outputOf(document, GRID, grid)[cell]!;
      const truth = numberOf(pooled(kind));
      const other = numberOf(pooled(OTHER[kind]));
      if (truth === other) continue;
      return {
        figures: { grid, kind, row, col },
        form: { type: 'number', decimals: 2 },
        truth,
        wrong: [
          { answer: other, why: 'other-kind' },
          { answer: 4 * numberOf(pooled('AveragePooling2D')), why: 'sum' },
          { answer: numberOf(pooled(kind, { pool_size: 4 }), 0), why: 'whole-grid' },
          { answer: numberOf(pooled(kind, { strides: 1 }), row * 3 + col), why: 'overlapping' },
        ],
        document: pooled(kind),
        input: { tensor: tensorOf(GRID, grid) },
        focus: { layer: lastOf(pooled(kind)).name, index: [row, col, 0] },
      };
    }
  },
};

/** How many numbers global pooling leaves. */
const global: Question = {
  misconceptions: [],
  make(random) {
    const [rows, cols] = [whole(random, 4, 7), whole(random, 8, 12)];
    const channels = pick(random, [3, 5, 6, 10, 16]);
    const kind = pick(random, ['GlobalAveragePooling2D', 'GlobalMaxPooling2D'] as const);
    const document = stackOf(kind, [rows, cols, channels], [layer(kind)]);
    const flattened = stackOf('Flatten', [rows, cols, channels], [layer('Flatten')]);
    const last = lastOf(document);
    return {
      figures: { rows, cols, channels, kind, last: last.name, flat: lastOf(flattened).outputShape[0]! },
      form: { type: 'number' },
      truth: last.outputShape[0]!,
      wrong: [
        { answer: lastOf(flattened).outputShape[0]!, why: 'flattened' },
        { answer: 1, why: 'one-number' },
        { answer: rows * cols, why: 'over-channels' },
      ],
      document,
      focus: { layer: last.name, index: [0] },
    };
  },
};

const NAMES = ['A', 'B', 'C', 'D'];

const activation = (name: string) => stackOf(name, [4], [layer('Activation', { activation: name })]);

/** Which outputs move when one input does. */
const coupled: Question = {
  misconceptions: ['softmax-couples'],
  make(random) {
    const name = pick(random, ['softmax', 'softmax', 'linear', 'sigmoid']);
    const input = numbers(random, 4, 0, 3);
    const risen = whole(random, 0, 3);
    const before = outputOf(activation(name), [4], input);
    const after = outputOf(
      activation(name),
      [4],
      input.map((value, at) => value + Number(at === risen)),
    );
    const all = placesOf(input, () => true);
    return {
      figures: { name, class: NAMES[risen]!, input },
      form: { type: 'cells', rows: 1, columns: 4, values: NAMES },
      truth: placesOf(after, (value, at) => value !== before[at]),
      wrong: [
        { answer: [risen], why: 'alone' },
        { answer: all, why: 'coupled' },
        { answer: all.filter((at) => at !== risen), why: 'without-itself' },
      ],
      document: activation(name),
      input: { tensor: tensorOf([4], input) },
      focus: { layer: 'activation', index: [risen] },
    };
  },
};

/** What a class loses when another one gains. */
const share: Question = {
  misconceptions: ['softmax-couples'],
  make(random) {
    const exponentials = numbers(random, 3, 1, 4);
    const document = stackOf('softmax', [3], [layer('Activation', { activation: 'softmax' })]);
    const logits = (values: readonly number[]) => values.map((value) => Math.log(value));
    const [first, second, third] = exponentials as [number, number, number];
    const doubled = logits([2 * first, second, third]);
    const before = outputOf(document, [3], logits(exponentials));
    const after = outputOf(document, [3], doubled);
    return {
      figures: {
        exponentials,
        first: 2 * first,
        second,
        third,
        sum: 2 * first + second + third,
        before: Math.round(before[1]! * 100) / 100,
      },
      form: { type: 'number', decimals: 2 },
      truth: after[1]!,
      wrong: [
        { answer: before[1]!, why: 'unchanged' },
        { answer: after[0]!, why: 'other-class' },
        { answer: second, why: 'not-divided' },
        { answer: before[1]! / 2, why: 'halved' },
      ],
      document,
      input: { tensor: tensorOf([3], doubled) },
      focus: { layer: 'activation', index: [1] },
    };
  },
};

export const questions: Questions = { rectified, order, kept, pool, global, coupled, share };
