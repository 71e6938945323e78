import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, expect, test } from 'vitest';
import { createBackends } from '../../src/engine/backend.ts';
import type { Batch } from '../../src/engine/batches.ts';
import { buildModel } from '../../src/engine/build.ts';
import type { EngineEvent } from '../../src/engine/engine.ts';
import { createHealthCheck } from '../../src/engine/health.ts';
import { createObjective } from '../../src/engine/objective.ts';
import { optimizers } from '../../src/engine/optimizers/registry.ts';
import { createStepper } from '../../src/engine/step.ts';
import { admit } from '../../src/model/gate.ts';
import { initialWeights } from '../../src/model/initialise.ts';
import { useBackend } from './on-backend.ts';
import { openSession } from './session-in-node.ts';

beforeAll(() => useBackend('cpu'));

function builtOf(inputShape: number[], layers: unknown[]) {
  const { document, network } = admit({
    kernelscope: 1,
    model: { input_shape: inputShape, layers },
    compile: { optimizer: { class_name: 'SGD', config: { learning_rate: 1 } }, loss: 'mse' },
  });
  return { document, model: buildModel(network, initialWeights(network, 1)) };
}

/** Samples that count, and rows behind them that only fill the batch up. */
function batchOf(samples: number[][], targets: number[][], count: number): Batch {
  return {
    inputs: tf.tensor2d(samples),
    targets: [tf.tensor2d(targets)],
    mask: tf.tensor1d(samples.map((_, row) => (row < count ? 1 : 0))),
    count,
  };
}

function weight(name: string, shape: number[], data: number[]) {
  return { name, shape, data: Float32Array.from(data) };
}

test('a dead unit and the norms of the gradients, by hand', async () => {
  const { document, model } = builtOf(
    [2],
    [
      { class_name: 'Dense', config: { units: 3, activation: 'relu' } },
      { class_name: 'Dense', config: { units: 1 } },
    ],
  );
  // Before the ReLU: 1, -1, 0 and -1, -2, 0.5. Unit 1 is dead; the others give something for one of the two.
  model.assign('dense', [weight('kernel', [2, 3], [1, -1, 0, -1, -2, 0.5]), weight('bias', [3], [0, 0, 0])]);
  model.assign('dense_1', [weight('kernel', [3, 1], [1, 5, 2]), weight('bias', [1], [0])]);
  const backends = createBackends({} as Parameters<typeof createBackends>[0]);
  await backends.use('cpu', 'chosen');
  const objective = createObjective(document.compile!, model.network);
  const optimizer = optimizers.SGD({ learning_rate: 1, momentum: 0, nesterov: false });
  const stepper = createStepper(model, objective, optimizer, backends);
  const batch = batchOf(
    [
      [1, 0],
      [0, 1],
    ],
    [[0], [3]],
    2,
  );
  const before = tf.memory().numTensors;
  const trained = await stepper.train(batch, 1, 0, 1, true);
  expect(tf.memory().numTensors).toBe(before);
  // Both outputs are 1; their gradients 1 and -2. By dense_1's kernel 1, 0, -1, by its bias -1; by dense's kernel
  // 1, 0, 0, 0, 0, -4, by its bias 1, 0, -4.
  expect(trained?.health).toEqual([
    { layer: 'dense', dead: 1, units: 3, gradient: expect.closeTo(Math.sqrt(34), 5) },
    { layer: 'dense_1', gradient: expect.closeTo(Math.sqrt(3), 5) },
  ]);
  const next = await stepper.train(batch, 1, 1, 1);
  expect(next?.means).toHaveLength(1);
  expect(next?.health).toBeUndefined();
});

const rows = [
  [-10, 0.5, 3],
  [1, 0.5, 1.5],
  [9, 9, 9],
];

// tanh(3) = 0.995, tanh(1.5) = 0.905; the largest of softmax(3, 0.5, -10) is 0.92, of softmax(6, 0, 0) 0.995.
test.each<[string, object, number[][], object]>([
  ['sigmoid: one of six within 0.01 of 0', { activation: 'sigmoid' }, rows, { saturated: 1 / 6 }],
  ['tanh: two of six', { activation: 'tanh' }, rows, { saturated: 2 / 6 }],
  ['softmax: no row is sure', { activation: 'softmax' }, rows, { saturated: 0 }],
  [
    'softmax: one row of two is',
    { activation: 'softmax' },
    [
      [0, 6, 0],
      [1, 0, 0],
      [9, 0, 0],
    ],
    { saturated: 1 / 2 },
  ],
])('%s; a row that fills up does not count', (_, config, samples, figures) => {
  const { model } = builtOf([3], [{ class_name: 'Activation', config }]);
  const check = createHealthCheck(model);
  const values = tf.tidy(() => {
    const batch = batchOf(samples, [[0], [0], [0]], 2);
    return check.ofOutputs(model.forward(batch.inputs), batch).map((figure) => figure.dataSync()[0]!);
  });
  const [health] = check.read(values);
  expect(health).toEqual({ layer: 'activation', saturated: expect.closeTo(Object.values(figures)[0], 6) });
});

test('a ReLU with a slope cannot die, and a layer without figures is left out', () => {
  const { model } = builtOf(
    [4],
    [
      { class_name: 'ReLU', config: { negative_slope: 0.1 } },
      { class_name: 'ReLU', config: { max_value: 6 } },
    ],
  );
  const check = createHealthCheck(model);
  const figures = tf.tidy(() => {
    const batch = batchOf(
      [
        [-1, 1, -1, 0],
        [-2, 0, 8, 0],
      ],
      [[0], [0]],
      2,
    );
    return check.ofOutputs(model.forward(batch.inputs), batch).map((figure) => figure.dataSync()[0]!);
  });
  expect(check.read(figures)).toEqual([{ layer: 're_lu_1', dead: 2, units: 4 }]);
});

test('a gradient that is next to nothing still has a norm', () => {
  const { model } = builtOf([2], [{ class_name: 'Dense', config: { units: 1, use_bias: false } }]);
  const check = createHealthCheck(model);
  const [kernel] = model.trainable;
  const values = check
    .ofGradients({ [kernel!.name]: tf.tensor2d([[3e-30], [4e-30]]) })
    .map((figure) => figure.dataSync()[0]!);
  expect(check.read(values)[0]!.gradient! / 1e-30).toBeCloseTo(5, 4);
});

test('a run tells its layers’ health, the last batch of each epoch included, and what it takes off the weights agrees', async () => {
  const { session, build, events } = await openSession();
  const { weights: start } = await build({
    kernelscope: 1,
    seed: 3,
    dataset: { name: 'mnist', train: 160, test: 10 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        { class_name: 'Conv2D', config: { filters: 2, kernel_size: 5, strides: 3, activation: 'relu' } },
        { class_name: 'Flatten' },
        { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
      ],
    },
    compile: {
      optimizer: { class_name: 'SGD', config: { learning_rate: 1 } },
      loss: 'categorical_crossentropy',
    },
    fit: { epochs: 2, batch_size: 4 },
  });
  const told = (event: EngineEvent) => (event.type === 'health' ? [event.health] : []);
  await session.train({ until: 'batch' });
  const first = events.flatMap(told)[0]!;
  expect(first.step).toBe(1);
  expect(first.layers.map(({ layer }) => layer)).toEqual(['conv2d', 'dense']);
  // At a rate of 1 the gradient is what the step has taken off.
  const after = await session.getWeights();
  for (const { layer, gradient } of first.layers) {
    const squares = after
      .get(layer)!
      .flatMap(({ data }, at) =>
        [...data].map((value, cell) => (value - start.get(layer)![at]!.data[cell]!) ** 2),
      );
    expect(gradient! / Math.sqrt(squares.reduce((sum, square) => sum + square))).toBeCloseTo(1, 3);
  }
  await session.train({ epochs: 2 });
  expect(events.flatMap(told).map(({ step }) => step)).toEqual([1, 32, 40, 64, 80]);
});
