import fc from 'fast-check';
import { createRandom } from '../../src/base/random.ts';
import { sizeOf, type Tensor } from '../../src/base/tensor.ts';
import { forward } from '../../src/model/forward.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import type { Network } from '../../src/model/network.ts';
import type { Trace, Weights } from '../../src/model/trace.ts';

interface Chain {
  readonly input_shape: readonly number[];
  readonly layers: readonly { readonly class_name: string; readonly config: Record<string, unknown> }[];
}

const small = fc.integer({ min: 1, max: 3 });
const padding = fc.constantFrom('valid', 'same');
const activation = fc.constantFrom('linear', 'relu', 'tanh', 'softmax', 'gelu');

const conv = fc
  .record({
    filters: fc.integer({ min: 1, max: 20 }),
    kernel_size: fc.tuple(small, small),
    padding,
    activation,
    use_bias: fc.boolean(),
  })
  .chain((config) =>
    fc.oneof(
      small.map((strides) => ({ class_name: 'Conv2D', config: { ...config, strides } })),
      small.map((dilation_rate) => ({ class_name: 'Conv2D', config: { ...config, dilation_rate } })),
    ),
  );
const pool = fc
  .record({
    class_name: fc.constantFrom('MaxPooling2D', 'AveragePooling2D'),
    pool_size: small,
    strides: small,
    padding,
  })
  .map(({ class_name, ...config }) => ({ class_name, config }));
const elementwise = fc.oneof(
  activation.map((name) => ({ class_name: 'Activation', config: { activation: name } })),
  fc.constant({ class_name: 'ReLU', config: {} }),
  fc.constant({ class_name: 'Dropout', config: { rate: 0.25 } }),
);
const flat = fc
  .constantFrom('Flatten', 'GlobalMaxPooling2D', 'GlobalAveragePooling2D')
  .map((class_name) => ({ class_name, config: {} }));
const dense = fc
  .record({ units: fc.integer({ min: 1, max: 40 }), activation })
  .map((config) => ({ class_name: 'Dense', config }));

const chains: fc.Arbitrary<Chain> = fc
  .tuple(
    fc.tuple(fc.integer({ min: 1, max: 14 }), fc.integer({ min: 1, max: 14 }), small),
    fc.array(fc.oneof(conv, pool, elementwise), { maxLength: 4 }),
    fc.option(fc.tuple(flat, fc.array(dense, { maxLength: 2 }))),
  )
  .map(([input_shape, spatial, head]) => ({
    input_shape,
    layers: [...spatial, ...(head ? [head[0], ...head[1]] : [])],
  }));

/** Networks of any of the layer kinds that pass the gate. */
export const networks: fc.Arbitrary<Network> = chains
  .map((model) => {
    try {
      return admit({ kernelscope: 1, title: '', seed: 1, dataset: { name: 'mnist' }, model }).network;
    } catch {
      return undefined;
    }
  })
  .filter((network) => network !== undefined && network.layers.length > 0) as fc.Arbitrary<Network>;

export interface Traced {
  readonly network: Network;
  readonly weights: Weights;
  readonly trace: Trace;
}

function noise(shape: readonly number[]): Tensor {
  const random = createRandom(11, 'scene');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.uniform(-1, 1)) };
}

/** A network with weights and the slow pass's trace of noise. */
export function traced(network: Network): Traced {
  const weights = initialWeights(network, 5);
  return { network, weights, trace: forward(network, weights, noise(network.inputShape)) };
}
