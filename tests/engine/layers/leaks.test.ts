import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { createBackends } from '../../../src/engine/backend.ts';
import { buildModel } from '../../../src/engine/build.ts';
import { createObjective } from '../../../src/engine/objective.ts';
import { createOptimizer } from '../../../src/engine/optimizers/registry.ts';
import { createStepper } from '../../../src/engine/step.ts';
import { startingConfigs } from '../../../src/model/edit/starting-config.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';
import { initialWeights } from '../../../src/model/initialise.ts';
import { LAYER_KINDS, type LayerKind } from '../../../src/model/layers/kinds.ts';
import { layerDefinitions } from '../../../src/model/layers/registry.ts';
import { networkFrom, noiseOf } from '../../model/layers/on-probe.ts';
import { wasmPaths } from '../session-in-node.ts';

/** A model of one such layer on the first of these inputs that it takes. */
function modelOf(kind: LayerKind, beside: object = {}) {
  const reads = layerDefinitions[kind].arity === 'many' && { inputs: ['input', 'input'] };
  const layer = { class_name: kind, config: { ...startingConfigs[kind], ...beside }, ...reads };
  const networks = [[6, 6, 2], [6, 2], [6], [4, 4, 4, 2]].flatMap((shape) => {
    try {
      return [networkFrom(shape, layer)];
    } catch {
      return [];
    }
  });
  return networks[0]!;
}

const { optimizer, ...measured } = admit({
  ...digits,
  compile: { optimizer: 'adam', loss: 'mse', metrics: ['mae'] },
}).document.compile!;

describe.each(['wasm', 'cpu'] as const)('a train step on %s leaves no tensor behind', (backend) => {
  const backends = createBackends(wasmPaths);
  beforeAll(async () => {
    await backends.start();
    await backends.use(backend, 'asked');
  });

  test.each(LAYER_KINDS)('%s', (kind) => {
    const network = modelOf(kind);
    const before = tf.memory().numTensors;
    const model = buildModel(network, initialWeights(network, 1));
    const { data, shape } = noiseOf([2, ...network.inputShape]);
    const start = tf.tensor(data.map(Math.abs), [...shape]);
    const input = tf.variable(start);
    start.dispose();
    const step = (number: number) =>
      tf.tidy(() => {
        const loss = () => {
          const { output } = model.forward(input, { seed: 1, step: number }).get(network.output)!;
          return tf.sum(tf.square(output)) as tf.Scalar;
        };
        const by = kind === 'Embedding' ? [...model.trainable] : [...model.trainable, input];
        const { grads } = tf.variableGrads(loss, by);
        return by.map((variable) => grads[variable.name]!.dataSync().every(Number.isFinite));
      });
    expect(step(0).every(Boolean)).toBe(true);
    const between = tf.memory().numTensors;
    step(1);
    expect(tf.memory().numTensors).toBe(between);
    model.dispose();
    input.dispose();
    expect(tf.memory().numTensors).toBe(before);
  });

  // Moving statistics and states outlive the step that makes them, and are replaced by the next.
  test.each([
    ['BatchNormalization', {}],
    ['Bidirectional', {}],
    ['LSTM', { stateful: true, return_state: true }],
    ['GRU', { stateful: true, return_sequences: true, dropout: 0.5, recurrent_dropout: 0.5 }],
    ['SimpleRNN', { stateful: true, activity_regularizer: 'l2' }],
    ['Conv2D', { kernel_constraint: 'max_norm', kernel_regularizer: 'l1', bias_regularizer: 'l2' }],
    ['SpatialDropout1D', {}],
  ] as const)('%s with %j, optimizer and metrics included', async (kind, beside) => {
    const network = modelOf(kind, beside);
    const before = tf.memory().numTensors;
    const model = buildModel(network, initialWeights(network, 1));
    const objective = createObjective({ optimizer, ...measured }, network);
    const stepper = createStepper(model, objective, createOptimizer(optimizer), backends);
    const shape = network.byName.get(network.output)!.outputShape;
    const [inputs, targets] = [network.inputShape, shape].map((cells) => tf.ones([2, ...cells])) as [
      tf.Tensor,
      tf.Tensor,
    ];
    const mask = tf.ones([2]) as tf.Tensor1D;
    const step = (number: number) =>
      stepper.train({ inputs, targets: [targets], mask, count: 2 }, 1, number, 0.001, true);
    expect(await step(0)).toBeDefined();
    const between = tf.memory().numTensors;
    expect(await step(1)).toBeDefined();
    expect(tf.memory().numTensors).toBe(between);
    stepper.resetStates();
    stepper.dispose();
    model.dispose();
    tf.dispose([inputs, targets, mask]);
    expect(tf.memory().numTensors).toBe(before);
  });
});
