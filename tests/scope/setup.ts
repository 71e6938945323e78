import { createScope, type ScopeParts } from '../../src/scope/create-scope.ts';
import { createStores } from '../../src/stores/stores.ts';
import { FakeEngine } from './fake-engine.ts';

/** A small document: an input of 6 x 6, one convolution, one dense layer. */
export const small = {
  kernelscope: 1,
  title: 'Small',
  seed: 3,
  dataset: { name: 'mnist' },
  model: {
    input_shape: [6, 6, 1],
    layers: [
      { class_name: 'Conv2D', config: { name: 'conv', filters: 2, kernel_size: 3, activation: 'relu' } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 3, activation: 'softmax' } },
    ],
  },
};

/** A small model that MNIST fits. */
export const trainable = {
  kernelscope: 1,
  title: 'Trainable',
  seed: 3,
  dataset: { name: 'mnist', train: 100, test: 50 },
  model: {
    input_shape: [28, 28, 1],
    layers: [
      { class_name: 'MaxPooling2D', config: { name: 'pool', pool_size: 7 } },
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 10, activation: 'softmax' } },
    ],
  },
  compile: { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
  fit: { epochs: 2 },
};

export async function setUp(document: unknown = trainable, parts: Partial<ScopeParts> = {}) {
  const engine = new FakeEngine();
  const stores = createStores(document);
  const scope = createScope({ engine, stores, pageUrl: () => 'https://example.org/#old', ...parts });
  await scope.ready;
  return { engine, stores, scope };
}

/** Everything that a caller can see of a scope. */
export async function seenOf({ scope, stores }: Awaited<ReturnType<typeof setUp>>): Promise<unknown> {
  const names = stores.document.getState().network.layers.map(({ name }) => name);
  return {
    document: scope.getDocument(),
    summary: scope.summary(),
    history: scope.history(),
    activations: await scope.activations(),
    weights: await Promise.all(names.map((name) => scope.getWeights(name))),
    view: stores.view.getState(),
    probe: stores.trace.getState().probe,
  };
}
