import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { indexAt, sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { explain } from '../../src/model/explain.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { minimise } from '../../src/model/normalise.ts';

type Layer = { class_name: string; config?: object; inputs?: string[] };

function opened(input_shape: readonly (number | null)[], ...layers: Layer[]) {
  return admit({ kernelscope: 1, seed: 5, model: { input_shape, layers } });
}

function noise(shape: readonly number[]): Tensor {
  const random = createRandom(3, 'input');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal()) };
}

function traced(input: readonly number[], ...layers: Layer[]) {
  const { network } = opened(input, ...layers);
  const weights = initialWeights(network, 5);
  return { network, weights, trace: forward(network, weights, noise(input)) };
}

const wrap = (class_name: string, layer: Layer, more = {}): Layer => ({
  class_name,
  config: { layer, ...more },
});
const lstm = (config = {}): Layer => ({ class_name: 'LSTM', config: { units: 3, ...config } });

/** A layer, and the shape of an input for it. */
const cases: [string, Layer, number[]][] = [
  ['LSTM', lstm(), [4, 2]],
  ['LSTM, all steps', lstm({ return_sequences: true }), [4, 2]],
  ['LSTM, backwards', lstm({ return_sequences: true, go_backwards: true, activation: 'relu' }), [4, 2]],
  ['GRU', { class_name: 'GRU', config: { units: 3, return_sequences: true } }, [4, 2]],
  ['GRU, reset before', { class_name: 'GRU', config: { units: 3, reset_after: false } }, [4, 2]],
  [
    'SimpleRNN',
    { class_name: 'SimpleRNN', config: { units: 3, return_sequences: true, bias_initializer: 'ones' } },
    [4, 2],
  ],
  [
    'SimpleRNN, softmax',
    { class_name: 'SimpleRNN', config: { units: 3, activation: 'softmax', go_backwards: true } },
    [4, 2],
  ],
  ['BatchNormalization', { class_name: 'BatchNormalization', config: { axis: 1 } }, [4, 2]],
  ['LayerNormalization', { class_name: 'LayerNormalization', config: { axis: [1, 2] } }, [4, 2, 3]],
  ['Embedding', { class_name: 'Embedding', config: { input_dim: 3, output_dim: 2 } }, [4]],
  [
    'TimeDistributed Conv1D',
    wrap('TimeDistributed', {
      class_name: 'Conv1D',
      config: { filters: 2, kernel_size: 3, padding: 'causal', activation: 'elu' },
    }),
    [3, 5, 2],
  ],
  [
    'TimeDistributed softmax',
    wrap('TimeDistributed', { class_name: 'Dense', config: { units: 3, activation: 'softmax' } }),
    [3, 2],
  ],
  ['TimeDistributed LSTM', wrap('TimeDistributed', lstm({ return_sequences: true })), [2, 3, 2]],
  ['Bidirectional', wrap('Bidirectional', lstm({ return_sequences: true })), [4, 2]],
  ['Bidirectional sum', wrap('Bidirectional', lstm(), { merge_mode: 'sum' }), [4, 2]],
  [
    'Bidirectional mul',
    wrap('Bidirectional', lstm({ return_sequences: true }), { merge_mode: 'mul' }),
    [4, 2],
  ],
  [
    'Bidirectional SimpleRNN',
    wrap('Bidirectional', { class_name: 'SimpleRNN', config: { units: 2 } }, { merge_mode: 'concat' }),
    [4, 2],
  ],
  [
    'Bidirectional of two',
    wrap(
      'Bidirectional',
      { class_name: 'GRU', config: { units: 2, return_sequences: true } },
      { merge_mode: 'ave', backward_layer: lstm({ units: 2, go_backwards: true, return_sequences: true }) },
    ),
    [4, 2],
  ],
];

describe('explanations', () => {
  test.each(cases)('%s: the terms make the number', (_, layer, input) => {
    const { network, weights, trace } = traced(input, layer);
    const { name, outputShape, definition, config } = network.layers[0]!;
    const { output } = trace.layers.get(name)!;
    expect(output.shape).toEqual(outputShape);
    output.data.forEach((value, flat) => {
      const found = explain(network, trace, weights, name, indexAt(outputShape, flat));
      const parts = found.terms.map(({ product, input: number }) => product ?? number);
      const product = found.op === 'multiply';
      const made = product
        ? parts.reduce((total, part) => total * part, 1)
        : parts.reduce((total, part) => total + part, found.bias ?? 0);
      if (definition.activation(config) === 'linear') expect(made).toBeCloseTo(value, 6);
      else expect(made).toBeCloseTo(found.pre_activation!, 6);
      expect(found.output).toBe(value);
    });
  });

  test('an LSTM tells its gates: one step by hand', () => {
    const { network } = opened([2, 1], { class_name: 'LSTM', config: { units: 1 } });
    // Every gate is its kernel times the input plus its recurrent weight times the hidden state.
    const weights = new Map([
      [
        'lstm',
        [
          { name: 'kernel', shape: [1, 4], data: Float32Array.of(1, 2, -1, 0.5) },
          { name: 'recurrent_kernel', shape: [1, 4], data: Float32Array.of(0.5, -1, 2, 1) },
          { name: 'bias', shape: [4], data: Float32Array.of(0, 1, 0, 0) },
        ],
      ],
    ]);
    const trace = forward(network, weights, { shape: [2, 1], data: Float32Array.of(1, 2) });
    const { gates, terms } = explain(network, trace, weights, 'lstm', [0]);
    const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
    const cell = sigmoid(1) * Math.tanh(-1);
    const hidden = sigmoid(0.5) * Math.tanh(cell);
    const next = sigmoid(5 - hidden) * cell + sigmoid(2 + 0.5 * hidden) * Math.tanh(-2 + 2 * hidden);
    expect(gates!.step).toBe(1);
    expect(gates!.hidden.before).toBeCloseTo(hidden, 12);
    expect(gates!.cell!.before).toBeCloseTo(cell, 12);
    expect(gates!.cell!.after).toBeCloseTo(next, 12);
    expect(gates!.gates.f!.pre_activation).toBeCloseTo(5 - hidden, 12);
    expect(gates!.gates.o!.value).toBeCloseTo(sigmoid(1 + hidden), 12);
    expect(terms).toHaveLength(1);
    expect(terms[0]).toMatchObject({ input_layer: 'lstm', input_index: [0] });
    expect(terms[0]!.input).toBeCloseTo(Math.tanh(next), 12);
  });

  test('the gates of a direction are those of its own step', () => {
    const { network, weights, trace } = traced(
      [4, 2],
      wrap('Bidirectional', lstm({ return_sequences: true })),
    );
    const step = (index: number[]) => explain(network, trace, weights, 'bidirectional', index).gates!;
    expect(step([1, 0]).step).toBe(1);
    expect(step([1, 3]).step).toBe(1);
    expect(step([3, 3]).hidden.before).toBe(0);
    expect(step([3, 0]).hidden.before).not.toBe(0);
  });

  test('an Embedding names the cell of its table', () => {
    const { network, weights } = traced([2], {
      class_name: 'Embedding',
      config: { input_dim: 3, output_dim: 2 },
    });
    const trace = forward(network, weights, { shape: [2], data: Float32Array.of(2, 1) });
    const { terms, op } = explain(network, trace, weights, 'embedding', [0, 1]);
    const table = weights.get('embedding')![0]!;
    expect(op).toBe('lookup');
    expect(terms).toEqual([
      {
        input_layer: 'input',
        input_index: [0],
        input: 2,
        weight_index: [2, 1],
        weight: table.data[5],
        product: table.data[5],
      },
    ]);
  });
});

describe('wrappers', () => {
  test('layers inside are named as Python makes them: before what holds them', () => {
    const inside = { class_name: 'Dense', config: { units: 4 } };
    const { document } = opened(
      [2, 3, 4],
      inside,
      wrap('TimeDistributed', inside),
      wrap('TimeDistributed', inside),
    );
    const names = document.model.layers.map(({ config }) => [
      config.name,
      (config as { layer?: { config: { name: string } } }).layer?.config.name,
    ]);
    expect(names).toEqual([
      ['dense', undefined],
      ['time_distributed', 'dense_1'],
      ['time_distributed_1', 'dense_2'],
    ]);
  });

  test('what equals its default inside is left out, and comes back', () => {
    const { document } = opened(
      [4, 2],
      wrap('Bidirectional', lstm({ return_sequences: true, activation: 'tanh', zero_output_for_mask: true })),
      wrap('TimeDistributed', { class_name: 'Dense', config: { units: 2, use_bias: true } }),
    );
    const short = minimise(document) as { model: { layers: object[] } };
    expect(short.model.layers).toEqual([
      {
        class_name: 'Bidirectional',
        config: {
          name: 'bidirectional',
          layer: { class_name: 'LSTM', config: { name: 'lstm', units: 3, return_sequences: true } },
        },
      },
      {
        class_name: 'TimeDistributed',
        config: {
          name: 'time_distributed',
          layer: { class_name: 'Dense', config: { name: 'dense', units: 2 } },
        },
      },
    ]);
    expect(admit(short).document).toEqual(document);
  });

  test('a backward layer that Keras would make itself is no argument', () => {
    const inner = { units: 2, use_bias: false };
    const plain = opened(
      [4, 2],
      wrap('Bidirectional', { class_name: 'GRU', config: { ...inner, name: 'a' } }),
    );
    const written = opened(
      [4, 2],
      wrap(
        'Bidirectional',
        { class_name: 'GRU', config: { ...inner, name: 'forward_a' } },
        {
          backward_layer: {
            class_name: 'GRU',
            config: { ...inner, name: 'backward_a', go_backwards: true, zero_output_for_mask: false },
          },
        },
      ),
    );
    expect(written.document).toEqual(plain.document);
    expect(plain.network.layers[0]!.weights.map(({ name }) => name)).toEqual([
      'forward_a/kernel',
      'forward_a/recurrent_kernel',
      'backward_a/kernel',
      'backward_a/recurrent_kernel',
    ]);
  });

  test.each([
    [wrap('TimeDistributed', lstm({ return_state: true })), [2, 3, 4], 'config.layer.config.return_state'],
    [wrap('TimeDistributed', lstm()), [3, 4], 'config.layer'],
    [wrap('TimeDistributed', { class_name: 'Dense', config: { units: 1 } }), [3], ''],
    [
      wrap('TimeDistributed', { class_name: 'TimeDistributed', config: {} }),
      [3, 2],
      'config.layer.class_name',
    ],
    [
      wrap('TimeDistributed', { class_name: 'Dense', config: { units: 1, unit: 1 } }),
      [3, 2],
      'config.layer.config.unit',
    ],
    [wrap('Bidirectional', { class_name: 'Dense', config: { units: 1 } }), [3, 2], 'config.layer.class_name'],
    [wrap('Bidirectional', lstm({ go_backwards: true })), [3, 2], 'config.layer'],
    [wrap('Bidirectional', lstm(), { backward_layer: lstm() }), [3, 2], 'config.backward_layer'],
    [
      wrap('Bidirectional', lstm(), { backward_layer: lstm({ go_backwards: true, stateful: true }) }),
      [3, 2],
      'config.backward_layer',
    ],
    [{ class_name: 'LSTM', config: { units: 2, kernel_initializer: 'identity' } }, [3], ''],
    [{ class_name: 'BatchNormalization', config: { renorm: true } }, [3], 'config.renorm'],
    [{ class_name: 'BatchNormalization', config: { axis: 0 } }, [3], 'config.axis'],
    [{ class_name: 'LayerNormalization', config: { axis: [1, 4] } }, [3, 2], 'config.axis'],
    [
      { class_name: 'Embedding', config: { input_dim: 2, output_dim: 2, mask_zero: true } },
      [3],
      'config.mask_zero',
    ],
    [
      wrap('TimeDistributed', {
        class_name: 'Dense',
        config: { units: 1, bias_initializer: 'orthogonal' },
      }),
      [3, 2],
      'config.layer.config.bias_initializer',
    ],
  ] as [Layer, number[], string][])('refuses %j on %j at its place', (layer, input, place) => {
    const path = place === '' ? 'model.layers[0]' : `model.layers[0].${place}`;
    expect(() => opened(input, layer)).toThrow(expect.objectContaining({ path }));
  });
});

describe('recurrent layers', () => {
  test('the forget gate starts open, whatever draws the rest of the bias', () => {
    const { network } = opened(
      [3, 2],
      lstm({ bias_initializer: { class_name: 'Constant', config: { value: 4 } } }),
    );
    const bias = initialWeights(network, 1).get('lstm')![2]!;
    expect([...bias.data]).toEqual([4, 4, 4, 1, 1, 1, 4, 4, 4, 4, 4, 4]);
  });

  test('a state that is read and handed on is that of the last step', () => {
    const { network, trace } = traced([4, 2], lstm({ return_sequences: true, return_state: true }), {
      class_name: 'LSTM',
      config: { units: 3, name: 'next' },
      inputs: ['lstm', 'lstm/1', 'lstm/2'],
    });
    const { output, states } = trace.layers.get('lstm')!;
    expect(network.layers[0]!.stateShapes).toEqual([[3], [3]]);
    expect([...states![0]!.data]).toEqual([...output.data.slice(9)]);
    expect(() =>
      opened([4, 2], lstm({ return_state: true }), { ...lstm(), inputs: ['input', 'lstm/1'] }),
    ).toThrow(expect.objectContaining({ path: 'model.layers[1].inputs', code: 'shape' }));
  });

  test('parameters, multiply-adds and sight of the stacked presets', () => {
    const { network } = opened(
      [null, 3],
      lstm({ units: 4, return_sequences: true }),
      lstm({ units: 4, return_sequences: true }),
      lstm({ units: 1 }),
    );
    expect(network.layers.map(({ params }) => params)).toEqual([128, 144, 24]);
    expect(network.layers.map(({ macs }) => macs)).toEqual([32 * 7 * 16, 32 * 8 * 16, 32 * 5 * 4]);
    expect(network.layers.map(({ receptiveField }) => receptiveField)).toEqual([[32], [32], [32]]);
    expect(network.layers.map(({ declaredShape }) => declaredShape)).toEqual([[null, 4], [null, 4], [1]]);
  });
});
