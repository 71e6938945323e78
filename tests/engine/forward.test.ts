import { describe, expect, test } from 'vitest';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import type { BackendName } from '../../src/engine/engine.ts';
import { ACTIVATION_NAMES } from '../../src/model/activations.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { openSession } from './session-in-node.ts';

function noise(shape: readonly number[], seed: number): Tensor {
  const random = createRandom(seed, 'probe');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.normal(0, 1)) };
}

type Layer = { class_name: string; config?: Record<string, unknown> };

function model(input: readonly number[], ...layers: Layer[]) {
  return {
    kernelscope: 1,
    title: 't',
    seed: 3,
    dataset: { name: 'mnist' },
    model: { input_shape: input, layers },
  };
}

const conv = (config: Record<string, unknown>): Layer => ({
  class_name: 'Conv2D',
  config: { filters: 3, kernel_size: 3, bias_initializer: 'he_normal', ...config },
});
const pool = (class_name: string, config: Record<string, unknown>): Layer => ({ class_name, config });

const pools = ['MaxPooling2D', 'AveragePooling2D'].flatMap((kind) =>
  [
    { pool_size: 2 },
    { pool_size: 3, strides: 2, padding: 'same' },
    { pool_size: [3, 2], strides: 1, padding: 'same' },
    { pool_size: 2, strides: 3 },
    { pool_size: 2, strides: 3, padding: 'same' },
    { pool_size: 1, strides: 2 },
    { pool_size: 1, strides: 1, padding: 'same' },
    { pool_size: [1, 3], strides: [2, 1] },
    { pool_size: 5, strides: 5, padding: 'same' },
  ].map((config) => pool(kind, config)),
);

const cases: Record<string, ReturnType<typeof model>> = Object.fromEntries(
  [
    conv({}),
    conv({ padding: 'same', strides: 2 }),
    conv({ padding: 'same', strides: [3, 1], kernel_size: [2, 4] }),
    conv({ dilation_rate: 2 }),
    conv({ dilation_rate: [1, 3], padding: 'same' }),
    conv({ kernel_size: 1, strides: 2, use_bias: false }),
    conv({ kernel_size: 1, strides: 3, padding: 'same', activation: 'tanh' }),
    ...pools,
    ...['GlobalMaxPooling2D', 'GlobalAveragePooling2D'].flatMap((kind) => [
      pool(kind, {}),
      pool(kind, { keepdims: true }),
    ]),
    { class_name: 'ReLU', config: { negative_slope: 0.1, max_value: 1, threshold: 0.25 } },
    { class_name: 'ReLU' },
    { class_name: 'Dense', config: { units: 4, activation: 'softmax' } },
    { class_name: 'Dropout', config: { rate: 0.5 } },
    ...ACTIVATION_NAMES.map((activation) => ({ class_name: 'Activation', config: { activation } })),
  ].map((layer) => [JSON.stringify(layer), model([9, 8, 2], layer)]),
);
cases.net = model(
  [12, 11, 1],
  conv({ filters: 4, activation: 'relu' }),
  pool('MaxPooling2D', {}),
  conv({ filters: 5, padding: 'same' }),
  { class_name: 'Activation', config: { activation: 'relu' } },
  pool('AveragePooling2D', { padding: 'same' }),
  { class_name: 'Flatten' },
  { class_name: 'Dense', config: { units: 7, activation: 'gelu' } },
  { class_name: 'Dense', config: { units: 3, activation: 'softmax' } },
);

describe.each<BackendName>(['wasm', 'cpu'])('on %s, each layer equals the slow forward pass', (backend) => {
  const opened = openSession();
  test.each(Object.keys(cases))('%s', async (name) => {
    const { session, build } = await opened;
    if ((await session.backend()).name !== backend) await session.setBackend(backend);
    const json = cases[name]!;
    const { network } = admit(json);
    const weights = initialWeights(network, 11);
    const probe = noise(network.inputShape, 5);
    const expected = forward(network, weights, probe);
    const { trace } = await build(json, weights, probe);
    expect([...trace.layers.keys()]).toEqual([...expected.layers.keys()]);
    for (const [layer, { pre, output }] of expected.layers) {
      const got = trace.layers.get(layer)!;
      expect(got.output.shape).toEqual(output.shape);
      expect(got.pre === undefined).toBe(pre === undefined);
      const pairs = pre
        ? [[pre, got.pre!] as const, [output, got.output] as const]
        : [[output, got.output] as const];
      for (const [wanted, given] of pairs) {
        wanted.data.forEach((value, cell) => {
          expect(Math.abs(given.data[cell]! - value)).toBeLessThanOrEqual(
            1e-5 * Math.max(1, Math.abs(value)),
          );
        });
      }
    }
  });
});
