import { flatIndex, indexAt, type Shape, sizeOf } from '../../base/tensor.ts';
import { pick, shuffled, whole } from '../draw.ts';
import type { Question, Questions } from '../question.ts';
import { lastOf, layer, readsOf, stackOf, tensorOf, traceOf } from '../small-model.ts';

const written = (sizes: Shape) => `(${sizes.join(', ')})`;

const reshape = (target_shape: Shape) => layer('Reshape', { target_shape });
const permute = (dims: readonly number[]) => layer('Permute', { dims });

/** Numbers that say where they come from: 0, 1, 2 … row by row. */
function counted(shape: Shape) {
  return tensorOf(
    shape,
    Array.from({ length: sizeOf(shape) }, (_, at) => at),
  );
}

/** Where each number of the input, by its index there, stands in the output of a document's only layer. */
function placesOf(document: unknown): ReadonlyMap<string, readonly number[]> {
  const only = lastOf(document);
  const { outputShape } = only;
  const places = Array.from({ length: sizeOf(outputShape) }, (_, flat) => indexAt(outputShape, flat));
  return new Map(places.map((place) => [readsOf(only, place)[0]!.join(), place]));
}

/** Which number a Reshape puts somewhere. */
const row: Question = {
  misconceptions: ['reshape-keeps-order'],
  make(random) {
    const steps = whole(random, 4, 6);
    const features = whole(random, 2, 3);
    const input = counted([steps, features]);
    const target = [features, steps];
    const document = stackOf(`Reshape(${written(target)})`, [steps, features], [reshape(target)]);
    const numbersOf = (model: unknown) => [...traceOf(model, input).layers.values()][0]!.output.data;
    const reshaped = numbersOf(document);
    const turned = numbersOf(stackOf('', [steps, features], [permute([2, 1])]));
    const telling = [...reshaped.keys()].filter((flat) => reshaped[flat] !== turned[flat]);
    const flat = pick(random, telling);
    const [row, column] = indexAt(target, flat) as [number, number];
    return {
      figures: {
        steps,
        features,
        call: `Reshape(${written(target)})`,
        row,
        column,
        most: sizeOf(target) - 1,
      },
      form: { type: 'number' },
      truth: reshaped[flat]!,
      wrong: [
        { answer: turned[flat]!, why: 'turned' },
        { answer: row * features + column, why: 'old-rows' },
        { answer: reshaped[flat]! + 1, why: 'from-one' },
      ],
      document,
      input: { tensor: input },
      focus: { layer: 'reshape', index: [row, column] },
    };
  },
};

/** Where the numbers of one feature stand after a Reshape. */
const scattered: Question = {
  misconceptions: ['reshape-keeps-order'],
  make(random) {
    const steps = whole(random, 4, 5);
    const features = 3;
    const feature = whole(random, 0, features - 1);
    const shape = [features, steps];
    const document = stackOf(`Reshape(${written(shape)})`, [steps, features], [reshape(shape)]);
    const cells = (model: unknown, of: (index: readonly number[]) => boolean) => {
      const only = lastOf(model);
      return Array.from({ length: sizeOf(shape) }, (_, flat) => flat).filter((flat) =>
        of(readsOf(only, indexAt(shape, flat))[0]!),
      );
    };
    const column = Array.from({ length: features }, (_, at) => at * steps + feature);
    return {
      figures: { steps, features, feature, call: `Reshape(${written(shape)})` },
      form: { type: 'cells', rows: features, columns: steps },
      truth: cells(document, (index) => index[1] === feature),
      wrong: [
        {
          answer: cells(stackOf('', [steps, features], [permute([2, 1])]), (index) => index[1] === feature),
          why: 'turned',
        },
        { answer: column, why: 'column' },
      ],
      document,
      input: { tensor: counted([steps, features]) },
      focus: { layer: 'reshape', index: indexAt(shape, feature) },
    };
  },
};

/** Where Permute puts a number. */
const turned: Question = {
  misconceptions: ['reshape-keeps-order'],
  make(random) {
    const steps = whole(random, 5, 8);
    const features = whole(random, 3, 4);
    const target = [features, steps];
    const document = stackOf('Permute((2, 1))', [steps, features], [permute([2, 1])]);
    const turned = placesOf(document);
    const reshaped = placesOf(stackOf('', [steps, features], [reshape(target)]));
    const telling = [...turned].filter(([index, place]) => place.join() !== reshaped.get(index)!.join());
    const [key, place] = pick(random, telling);
    const index = key.split(',').map(Number);
    const instead = reshaped.get(key)!;
    const [step, feature] = index as [number, number];
    return {
      figures: { steps, features, step, feature, target },
      form: { type: 'cells', rows: features, columns: steps },
      truth: [flatIndex(target, place)],
      wrong: [
        { answer: [flatIndex(target, instead)], why: 'reshaped' },
        ...(step < features ? [{ answer: [flatIndex(target, index)], why: 'stays' }] : []),
      ],
      document,
      input: { tensor: counted([steps, features]) },
      focus: { layer: 'permute', index: place },
    };
  },
};

/** A Conv1D for each slice of the first axis. */
function distributed(slices: number, steps: number, filters: number, kernel_size: number) {
  return stackOf(
    `TimeDistributed(Conv1D(${filters}, ${kernel_size}))`,
    [slices, steps, 1],
    [
      layer('TimeDistributed', {
        layer: layer('Conv1D', { filters, kernel_size, padding: 'causal' }),
      }),
    ],
  );
}

/** The parameters of a layer that is used for every slice. */
const shared: Question = {
  misconceptions: ['time-distributed-shares', 'parameter-count'],
  make(random) {
    const features = whole(random, 3, 8);
    const steps = whole(random, 10, 16);
    const kernel = whole(random, 2, 5);
    const filters = pick(random, [4, 8, 12, 16, 32]);
    const document = distributed(features, steps, filters, kernel);
    const { params } = lastOf(document);
    const overAll = lastOf(
      stackOf('', [steps, features], [layer('Conv1D', { filters, kernel_size: kernel })]),
    );
    return {
      figures: { features, steps, kernel, filters },
      form: { type: 'number' },
      truth: params,
      wrong: [
        { answer: params * features, why: 'one-each' },
        { answer: overAll.params, why: 'all-features' },
        { answer: params * steps, why: 'one-a-step' },
        { answer: params - filters, why: 'no-bias' },
      ],
      document,
      focus: { layer: 'time_distributed', index: [1, 5, 0] },
    };
  },
};

/** How many numbers one output of such a layer reads. */
const slice: Question = {
  misconceptions: ['time-distributed-shares'],
  make(random) {
    const features = whole(random, 3, 7);
    const steps = whole(random, 10, 14);
    const kernel = whole(random, 2, 4);
    const filters = whole(random, 2, 3);
    const document = distributed(features, steps, filters, kernel);
    const index = [whole(random, 0, features - 1), whole(random, 5, steps - 1), 0];
    return {
      figures: { features, steps, kernel, filters, slice: index[0]!, step: index[1]! },
      form: { type: 'number' },
      truth: readsOf(lastOf(document), index).length,
      wrong: [
        { answer: kernel * features, why: 'all-features' },
        { answer: steps, why: 'whole-slice' },
        { answer: kernel * filters, why: 'all-filters' },
        { answer: 1, why: 'one' },
      ],
      document,
      focus: { layer: 'time_distributed', index },
    };
  },
};

/** Layers that bring three axes to two. */
const WAYS: Readonly<Record<string, readonly number[] | undefined>> = {
  reshape: undefined,
  'permute-213': [2, 1, 3],
  'permute-312': [3, 1, 2],
};

/** What makes a row a step of three axes, one of which is the steps. */
const rows: Question = {
  misconceptions: ['reshape-keeps-order'],
  make(random) {
    const axis = whole(random, 1, 3);
    const steps = whole(random, 6, 9);
    const others = shuffled(random, [2, 3, 4, 5]).slice(0, 2);
    const shape = others.toSpliced(axis - 1, 0, steps);
    const target = [steps, others[0]! * others[1]!];
    const layersOf = (way: string) => {
      const dims = WAYS[way];
      return dims ? [permute(dims), reshape(target)] : [reshape(target)];
    };
    /** Whether the first row holds all of the first step, and nothing else. */
    const keepsSteps = (way: string) => {
      const input = tensorOf(
        shape,
        Array.from({ length: sizeOf(shape) }, (_, flat) => indexAt(shape, flat)[axis - 1]!),
      );
      const output = [...traceOf(stackOf('', shape, layersOf(way)), input).layers.values()].at(-1)!.output;
      return output.data.every((step, flat) => step === indexAt(target, flat)[0]);
    };
    const options = shuffled(random, Object.keys(WAYS));
    const truth = options.find(keepsSteps)!;
    return {
      figures: { shape, axis, steps },
      form: { type: 'choice', options },
      truth,
      wrong: options.map((way) => ({ answer: way, why: way === 'reshape' ? 'only-reshape' : 'other-axis' })),
      document: stackOf('Permute, Reshape', shape, layersOf(truth)),
      focus: { layer: 'reshape', index: [1, 0] },
    };
  },
};

export const questions: Questions = { row, scattered, turned, shared, slice, rows };
