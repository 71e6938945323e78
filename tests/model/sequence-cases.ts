import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Weights } from '../../src/model/trace.ts';

type Layer = {
  readonly class_name: string;
  readonly config?: Readonly<Record<string, unknown>>;
  readonly inputs?: readonly string[];
};

/** A model of sequences: `[step, channel]`, `[step]` of word numbers, or `[channel]`, as its first layer takes it. */
export interface SequenceCase {
  readonly name: string;
  readonly input: readonly number[];
  readonly layers: readonly Layer[];
  /** Rows of an Embedding's table: the input is whole numbers below it. */
  readonly words?: number;
}

const SEQUENCE = [18, 3];

function single(class_name: string, config: Record<string, unknown> = {}, input = SEQUENCE): SequenceCase {
  const name = `${class_name} ${JSON.stringify(config)} on ${input.join('×')}`;
  return { name, input, layers: [{ class_name, config }] };
}

const dilations = [1, 2, 4, 8, 16].flatMap((dilation_rate) => [
  single(
    'Conv1D',
    { filters: 2, kernel_size: 3, padding: 'causal', dilation_rate, activation: 'elu' },
    [40, 2],
  ),
  single('Conv1D', { filters: 2, kernel_size: 2, padding: 'same', dilation_rate }, [40, 2]),
]);

const pools = ['MaxPooling1D', 'AveragePooling1D'].flatMap((kind) => [
  single(kind, { pool_size: 3 }),
  single(kind, { pool_size: 3, strides: 2, padding: 'same' }),
  single(kind, { pool_size: 2, strides: 5 }),
  single(kind, { pool_size: 4, strides: 1, padding: 'same' }),
]);

const wholes = ['GlobalMaxPooling1D', 'GlobalAveragePooling1D'].flatMap((kind) => [
  single(kind),
  single(kind, { keepdims: true }),
]);

const recurrent = ['LSTM', 'GRU', 'SimpleRNN'].flatMap((kind) => [
  single(kind, { units: 4 }, [10, 3]),
  single(kind, { units: 3, return_sequences: true }, [10, 3]),
  single(kind, { units: 3, return_sequences: true, go_backwards: true }, [10, 3]),
  single(kind, { units: 2, use_bias: false, activation: 'elu' }, [6, 3]),
]);

const inner = (class_name: string, config: Record<string, unknown> = {}) => ({ class_name, config });

const wrapped: SequenceCase[] = [
  single('Bidirectional', { layer: inner('LSTM', { units: 3, return_sequences: true }) }, [8, 2]),
  single('Bidirectional', { layer: inner('LSTM', { units: 3 }) }, [8, 2]),
  single(
    'Bidirectional',
    { layer: inner('GRU', { units: 2, return_sequences: true }), merge_mode: 'sum' },
    [8, 2],
  ),
  single('Bidirectional', { layer: inner('SimpleRNN', { units: 2 }), merge_mode: 'mul' }, [8, 2]),
  single('TimeDistributed', { layer: inner('Dense', { units: 4, activation: 'tanh' }) }),
  single(
    'TimeDistributed',
    { layer: inner('Conv1D', { filters: 2, kernel_size: 3, padding: 'causal' }) },
    [4, 9, 2],
  ),
  single('TimeDistributed', { layer: inner('MaxPooling1D', { pool_size: 2 }) }, [4, 9, 2]),
  single('TimeDistributed', { layer: inner('LSTM', { units: 2 }) }, [4, 6, 2]),
  single('TimeDistributed', { layer: inner('Flatten') }, [4, 3, 2]),
];

/** Every layer that takes sequences, with the arguments that change what a cell looks at. */
export const layerCases: readonly SequenceCase[] = [
  single('Conv1D', { filters: 4, kernel_size: 3, activation: 'relu' }),
  single('Conv1D', { filters: 3, kernel_size: 4, strides: 3, padding: 'same' }),
  single('Conv1D', { filters: 3, kernel_size: 5, strides: 2, padding: 'causal', activation: 'tanh' }),
  single('Conv1D', { filters: 6, kernel_size: 3, groups: 3, use_bias: false }),
  single('Conv1D', { filters: 3, kernel_size: 1 }),
  ...dilations,
  single('DepthwiseConv1D', { kernel_size: 3, depth_multiplier: 2, padding: 'same', strides: 2 }),
  single('SeparableConv1D', { filters: 4, kernel_size: 3, dilation_rate: 2, padding: 'same' }),
  single('Conv1DTranspose', { filters: 2, kernel_size: 3, strides: 2, padding: 'same' }),
  ...pools,
  ...wholes,
  ...recurrent,
  ...wrapped,
  { ...single('Embedding', { input_dim: 20, output_dim: 4 }, [9]), words: 20 },
  single('Dense', { units: 4, activation: 'softmax' }),
  single('Dense', { units: 4, activation: 'relu' }),
  single('Reshape', { target_shape: [5, 10] }, [10, 5]),
  single('Permute', { dims: [2, 1] }, [10, 5]),
  single('RepeatVector', { n: 4 }, [5]),
  single('ZeroPadding1D', { padding: [2, 1] }),
  single('Cropping1D', { cropping: [1, 3] }),
  single('UpSampling1D', { size: 3 }),
  single('BatchNormalization'),
  single('LayerNormalization'),
  single('SpatialDropout1D', { rate: 0.5 }),
  single('Flatten'),
];

const causal = (kernel_size: number, dilation_rate: number): Layer =>
  inner('Conv1D', { filters: 2, kernel_size, padding: 'causal', dilation_rate, activation: 'elu' });

const feature = (kernel_size: number, dilation_rate: number): Layer =>
  inner('TimeDistributed', { layer: causal(kernel_size, dilation_rate) });

/** Layers upon layers: what a cell sees is what all of them together let through. */
export const stackCases: readonly SequenceCase[] = [
  { name: 'causal, d = 1, 2, 4', input: [20, 2], layers: [1, 2, 4].map((d) => causal(3, d)) },
  { name: 'causal, d = 1 to 16', input: [130, 1], layers: [1, 2, 4, 8, 16].map((d) => causal(5, d)) },
  {
    name: 'strides between',
    input: [30, 2],
    layers: [
      inner('Conv1D', { filters: 2, kernel_size: 3, strides: 2, padding: 'same' }),
      inner('MaxPooling1D', { pool_size: 2 }),
      inner('Conv1D', { filters: 2, kernel_size: 2, dilation_rate: 2 }),
    ],
  },
  {
    name: 'each feature alone, the axes turned',
    input: [10, 5],
    layers: [
      inner('Permute', { dims: [2, 1] }),
      inner('Reshape', { target_shape: [5, 10, 1] }),
      feature(3, 1),
      feature(3, 2),
      inner('Permute', { dims: [2, 1, 3] }),
      inner('Reshape', { target_shape: [10, 10] }),
      causal(2, 1),
    ],
  },
  {
    name: 'each feature alone, the axes not turned',
    input: [10, 5],
    layers: [
      inner('Reshape', { target_shape: [5, 10, 1] }),
      feature(3, 1),
      inner('Reshape', { target_shape: [10, 10] }),
      causal(2, 1),
    ],
  },
  {
    name: 'LSTM on LSTM',
    input: [8, 3],
    layers: [
      inner('LSTM', { units: 3, return_sequences: true }),
      inner('LSTM', { units: 2, return_sequences: true }),
      inner('LSTM', { units: 2 }),
    ],
  },
  {
    name: 'words, a window of two',
    input: [9],
    words: 20,
    layers: [
      inner('Embedding', { input_dim: 20, output_dim: 3 }),
      inner('Conv1D', { filters: 2, kernel_size: 2 }),
      inner('GlobalAveragePooling1D'),
      inner('Dense', { units: 1, activation: 'sigmoid' }),
    ],
  },
  {
    name: 'framed and spread',
    input: [12, 2],
    layers: [
      inner('ZeroPadding1D', { padding: [2, 0] }),
      inner('Conv1D', { filters: 2, kernel_size: 3 }),
      inner('UpSampling1D', { size: 2 }),
      inner('Cropping1D', { cropping: [1, 2] }),
      inner('Conv1D', { filters: 2, kernel_size: 2 }),
    ],
  },
];

/** The model as a document. */
export function documentOf({ input, layers }: SequenceCase): object {
  const model = { input_shape: input, layers };
  return { kernelscope: 1, title: 't', seed: 3, dataset: { name: 'mnist' }, model };
}

/** A case with numbers: fresh weights whose biases and moving statistics are not zero or one, and an input. */
export function opened(sequence: SequenceCase): { network: Network; weights: Weights; input: Tensor } {
  const { network } = admit(documentOf(sequence));
  const random = createRandom(11, 'sequence');
  const weights = [...initialWeights(network, 11)].map(([layer, list]) => {
    const moved = list.map((weight) => ({
      ...weight,
      data: weight.data.map((value) => value + random.uniform(0.01, 0.2)),
    }));
    return [layer, moved] as const;
  });
  const { input: shape, words } = sequence;
  const number = () => (words ? random.bits() % words : random.normal());
  const data = Float32Array.from({ length: sizeOf(shape) }, number);
  return { network, weights: new Map(weights), input: { shape, data } };
}
