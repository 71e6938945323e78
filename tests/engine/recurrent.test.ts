import * as tf from '@tensorflow/tfjs-core';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { buildModel, type TrainingStep } from '../../src/engine/build.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import type { Weights } from '../../src/model/trace.ts';
import { noiseTensor, numericGradient, useBackend } from './on-backend.ts';

type Layer = { class_name: string; config?: object; inputs?: string[] };

/** A model with weights that are all drawn at random, positive where they are variances. */
function opened(input_shape: readonly number[], layers: readonly Layer[], seed = 1) {
  const { network } = admit({ kernelscope: 1, model: { input_shape, layers, batch_size: 2 } });
  const random = createRandom(seed, 'weights');
  const weights: Weights = new Map(
    network.layers.map((layer) => [
      layer.name,
      layer.weights.map(({ name, shape }) => ({
        name,
        shape,
        data: Float32Array.from({ length: sizeOf(shape) }, () =>
          name === 'moving_variance' ? random.uniform(0.5, 2) : random.normal(0, 0.6),
        ),
      })),
    ]),
  );
  return { network, weights, model: buildModel(network, weights) };
}

function expectClose(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number): void {
  expect(actual.length).toBe(expected.length);
  const scale = Math.max(1, ...Array.from(expected, Math.abs));
  for (let i = 0; i < expected.length; i++) {
    expect(Math.abs(actual[i]! - expected[i]!), `number ${i}`).toBeLessThanOrEqual(tolerance * scale);
  }
}

const wrapped = (class_name: string, layer: Layer, more = {}): Layer => ({
  class_name,
  config: { layer, ...more },
});

const recurrent = fc
  .record({
    kind: fc.constantFrom('LSTM', 'GRU', 'SimpleRNN'),
    units: fc.integer({ min: 1, max: 5 }),
    use_bias: fc.boolean(),
    return_sequences: fc.boolean(),
    return_state: fc.boolean(),
    go_backwards: fc.boolean(),
    activation: fc.constantFrom('tanh', 'relu', 'softmax', 'linear', 'elu'),
    gate: fc.constantFrom('sigmoid', 'hard_sigmoid', 'tanh'),
    reset_after: fc.boolean(),
  })
  .map(({ kind, gate, reset_after, ...config }): Layer => {
    const own = {
      LSTM: { recurrent_activation: gate },
      GRU: { recurrent_activation: gate, reset_after },
      SimpleRNN: {},
    };
    return { class_name: kind, config: { ...config, ...own[kind] } };
  });

/** Any of the layers, on its input. */
const models = fc.oneof(
  fc
    .tuple(recurrent, fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 4 }))
    .map(([layer, steps, features]) => ({ layer, input: [steps, features] })),
  fc.tuple(recurrent, fc.constantFrom('concat', 'sum', 'mul', 'ave', null)).map(([layer, merge_mode]) => ({
    layer: wrapped(
      'Bidirectional',
      { ...layer, config: { ...layer.config, go_backwards: false } },
      { merge_mode },
    ),
    input: [3, 2],
  })),
  recurrent.map((layer) => ({
    layer: wrapped('TimeDistributed', { ...layer, config: { ...layer.config, return_state: false } }),
    input: [2, 3, 2],
  })),
  fc
    .record({ axis: fc.constantFrom(1, 2, 3, -1, -2), center: fc.boolean(), scale: fc.boolean() })
    .map((config) => ({
      layer: { class_name: 'BatchNormalization', config },
      input: [3, 2, 4],
    })),
  fc
    .record({
      axis: fc.constantFrom(1, 3, [1, 2], [3, 1], [-1, -3], [1, 2, 3], [-1, 1]),
      center: fc.boolean(),
      scale: fc.boolean(),
      rms_scaling: fc.boolean(),
    })
    .map((config) => ({ layer: { class_name: 'LayerNormalization', config }, input: [3, 2, 4] })),
);

function batchOf(shape: readonly number[], seed: number, rows = 2): { tensor: tf.Tensor; rows: Tensor[] } {
  const tensor = noiseTensor([rows, ...shape], seed);
  const data = tensor.dataSync<'float32'>();
  const size = sizeOf(shape);
  const parts = Array.from({ length: rows }, (_, row) => ({
    shape,
    data: data.slice(row * size, (row + 1) * size),
  }));
  return { tensor, rows: parts };
}

const training = (more: Partial<TrainingStep> = {}): TrainingStep => ({ seed: 1, step: 1, ...more });

describe.each(['wasm', 'cpu'] as const)('sequence and normalization layers on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test('give what the slow forward pass gives, states too, and leave nothing behind', () => {
    fc.assert(
      fc.property(models, fc.nat(99), ({ layer, input }, seed) => {
        const { tensor, rows } = batchOf(input, seed);
        const before = tf.memory().numTensors;
        const { network, weights, model } = opened(input, [layer], seed);
        const { name } = network.layers[0]!;
        tf.tidy(() => {
          const { output, states = [] } = model.forward(tensor).get(name)!;
          const traced = rows.map((row) => forward(network, weights, row).layers.get(name)!);
          const together = (of: (row: (typeof traced)[number]) => Tensor) =>
            traced.flatMap((row) => [...of(row).data]);
          expectClose(
            output.dataSync(),
            together((row) => row.output),
            1e-5,
          );
          expect(states.length).toBe(traced[0]!.states?.length ?? 0);
          states.forEach((state, at) => {
            expectClose(
              state.dataSync(),
              together((row) => row.states![at]!),
              1e-5,
            );
          });
        });
        model.dispose();
        expect(tf.memory().numTensors).toBe(before);
        tensor.dispose();
      }),
      { numRuns: backend === 'wasm' ? 120 : 40 },
    );
  }, 30_000);

  test.each([
    [{ class_name: 'LSTM', config: { units: 3, return_sequences: true } }, [3, 2]],
    [{ class_name: 'LSTM', config: { units: 2, dropout: 0.3, recurrent_dropout: 0.4 } }, [3, 2]],
    [{ class_name: 'GRU', config: { units: 3, return_sequences: true } }, [3, 2]],
    [{ class_name: 'GRU', config: { units: 2, reset_after: false, recurrent_dropout: 0.4 } }, [3, 2]],
    [{ class_name: 'SimpleRNN', config: { units: 2, dropout: 0.3, recurrent_dropout: 0.4 } }, [3, 2]],
    [wrapped('Bidirectional', { class_name: 'LSTM', config: { units: 2 } }, { merge_mode: 'mul' }), [3, 2]],
    [wrapped('TimeDistributed', { class_name: 'GRU', config: { units: 2 } }), [2, 1, 2]],
    [wrapped('TimeDistributed', { class_name: 'BatchNormalization' }), [2, 3]],
    [{ class_name: 'BatchNormalization' }, [3, 2]],
    [{ class_name: 'BatchNormalization', config: { axis: 1 } }, [3, 2, 2]],
    [{ class_name: 'LayerNormalization', config: { axis: [1, 3] } }, [2, 2, 3]],
    [{ class_name: 'LayerNormalization', config: { rms_scaling: true } }, [2, 3]],
  ] as [Layer, number[]][])('numeric gradients in training: %j on %j', (layer, input) => {
    const { network, model } = opened(input, [layer]);
    const { name, outputShape } = network.layers[0]!;
    const { tensor } = batchOf(input, 4, 3);
    const weigh = noiseTensor([3, ...outputShape], 5);
    const before = tf.memory().numTensors;
    const loss = (x: tf.Tensor) =>
      tf.sum(tf.mul(model.forward(x, training()).get(name)!.output, weigh)) as tf.Scalar;
    const byInput = tf.grad(loss)(tensor);
    expectClose(byInput.dataSync(), numericGradient(loss, tensor), 1e-2);
    const { value, grads } = tf.variableGrads(() => loss(tensor), [...model.trainable]);
    for (const variable of model.trainable) {
      const start = variable.clone();
      const wanted = numericGradient((moved) => {
        variable.assign(moved as tf.Tensor);
        return loss(tensor);
      }, start);
      variable.assign(start);
      expectClose(grads[variable.name]!.dataSync(), wanted, 1e-2);
      start.dispose();
    }
    tf.dispose([byInput, value, grads]);
    expect(tf.memory().numTensors).toBe(before);
    model.dispose();
    tf.dispose([tensor, weigh]);
  });

  test('the gradient of a table adds up what its rows were used for', () => {
    const { model } = opened([3], [{ class_name: 'Embedding', config: { input_dim: 4, output_dim: 2 } }]);
    const numbers = tf.tensor2d([0, 2, 2, 2.9, 9, -1], [2, 3]);
    const dy = noiseTensor([2, 3, 2], 6);
    const { grads } = tf.variableGrads(
      () => tf.sum(tf.mul(model.forward(numbers).get('embedding')!.output, dy)) as tf.Scalar,
    );
    const wanted = new Float32Array(8);
    const given = dy.dataSync();
    // Parts of a number do not count, and rows beyond the table's ends are those at its ends.
    [0, 2, 2, 2, 3, 0].forEach((row, place) => {
      for (let at = 0; at < 2; at++) wanted[row * 2 + at]! += given[place * 2 + at]!;
    });
    expectClose(Object.values(grads)[0]!.dataSync(), wanted, 1e-6);
  });

  test('a mask of dropped inputs is one for the whole sequence, with the mean kept', () => {
    const [steps, units] = [3, 400];
    const { model } = opened(
      [steps, 1],
      [
        {
          class_name: 'SimpleRNN',
          config: { units: 1, return_sequences: true, dropout: 0.25, activation: null },
        },
      ],
    );
    const [kernel, recurrentKernel, bias] = model.variables.get('simple_rnn')!;
    kernel!.assign(tf.ones([1, 1]));
    recurrentKernel!.assign(tf.zeros([1, 1]));
    bias!.assign(tf.zeros([1]));
    const output = model.forward(tf.ones([units, steps, 1]), training()).get('simple_rnn')!.output;
    const values = output.dataSync();
    let kept = 0;
    for (let row = 0; row < units; row++) {
      const first = values[row * steps]!;
      expect([0, 1 / 0.75].some((value) => Math.abs(first - value) < 1e-5)).toBe(true);
      expect([...values.slice(row * steps, (row + 1) * steps)]).toEqual([first, first, first]);
      if (first > 0) kept++;
    }
    expect(kept / units).toBeCloseTo(0.75, 1);
  });

  test('a stateful layer goes on where the batch before ended, and a plain one starts anew', () => {
    const config = { units: 3, return_sequences: true };
    const layer = { class_name: 'LSTM', config: { ...config, stateful: true } };
    const { model } = opened([2, 2], [layer]);
    const whole = opened([4, 2], [{ class_name: 'LSTM', config }]);
    const x = noiseTensor([3, 4, 2], 8) as tf.Tensor3D;
    const first = model.forward(tf.slice(x, [0, 0, 0], [3, 2, 2]), training()).get('lstm')!;
    const memory = new Map([['lstm', first.memory!]]);
    const second = model.forward(tf.slice(x, [0, 2, 0], [3, 2, 2]), training({ memory })).get('lstm')!;
    const wanted = whole.model.forward(x).get('lstm')!;
    expectClose(tf.concat([first.output, second.output], 1).dataSync(), wanted.output.dataSync(), 1e-6);
    expect(wanted.memory).toBeUndefined();
  });

  test('rows that only fill a batch up count for no moment', () => {
    const { model } = opened([2, 3], [{ class_name: 'BatchNormalization', config: { momentum: 0.5 } }]);
    const real = noiseTensor([3, 2, 3], 9);
    const filled = tf.concat([real, tf.fill([2, 2, 3], 7)], 0);
    const plain = model.forward(real, training()).get('batch_normalization')!;
    const mask = tf.tensor1d([1, 1, 1, 0, 0]);
    const masked = model.forward(filled, training({ mask })).get('batch_normalization')!;
    expectClose(tf.slice(masked.output, 0, 3).dataSync(), plain.output.dataSync(), 1e-5);
    for (const place of [2, 3]) {
      expectClose(masked.updates!.get(place)!.dataSync(), plain.updates!.get(place)!.dataSync(), 1e-6);
    }
  });
});
