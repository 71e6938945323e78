import * as tf from '@tensorflow/tfjs-core';
import { type BuiltModel, buildModel, type TrainingStep } from '../../src/engine/build.ts';
import type { LayerResult } from '../../src/engine/layers/layer.ts';
import { expectClose, expectSame, expectShapes, FORWARD, GRADIENT } from './compare.ts';
import { type LayerCase, read } from './fixture.ts';
import { openCase } from './model.ts';
import { fromBackend, onBackend } from './tensors.ts';

const STEP: TrainingStep = { seed: 1, step: 0 };

type Outcome = ReadonlyMap<string, LayerResult>;

function expectOutputs(model: BuiltModel, results: Outcome, wanted: LayerCase['outputs']): void {
  model.network.outputs.forEach((name, place) => {
    expectClose(fromBackend(results.get(name)!.output), read(wanted[place]!), FORWARD, name);
  });
}

/** Outputs and gradients of one batch, as in inference or in training. */
function expectResults(model: BuiltModel, layerCase: LayerCase, step: TrainingStep | undefined): void {
  const wanted = step ? layerCase.training! : layerCase;
  const input = tf.variable(onBackend(read(layerCase.input)));
  const { trainable } = model;
  const byInput = wanted.gradients.input !== undefined;
  try {
    tf.tidy(() => {
      const sum = () => {
        const results = model.forward(input, step);
        const parts = model.network.outputs.map((name, place) =>
          tf.sum(tf.mul(results.get(name)!.output, onBackend(read(layerCase.cotangents[place]!)))),
        );
        return parts.reduce((total, part) => tf.add(total, part)) as tf.Scalar;
      };
      const results = model.forward(input, step);
      expectOutputs(model, results, wanted.outputs);
      expectMoved(model, results, step ? layerCase.training!.moved! : []);
      const by = byInput ? [...trainable, input] : [...trainable];
      if (by.length === 0) return;
      const { grads } = tf.variableGrads(sum, by);
      const gradientOf = (variable: tf.Variable) =>
        fromBackend(grads[variable.name] ?? tf.zerosLike(variable));
      trainable.forEach((variable, position) => {
        const gradient = read(wanted.gradients.weights[position]!);
        expectClose(gradientOf(variable), gradient, GRADIENT, `gradient of weight ${position}`);
      });
      if (byInput)
        expectClose(gradientOf(input), read(wanted.gradients.input!), GRADIENT, 'gradient of the input');
    });
  } finally {
    input.dispose();
  }
}

/** New values of the weights that are not trained, in the order of all weights. */
function expectMoved(model: BuiltModel, results: Outcome, wanted: LayerCase['outputs']): void {
  const moved = model.network.layers.flatMap((layer) => {
    const updates = results.get(layer.name)!.updates;
    return layer.weights.flatMap(({ name, trainable }, place) => {
      if (trainable || wanted.length === 0) return [];
      return [{ name, value: updates?.get(place) }];
    });
  });
  expectSame(moved.length, wanted.length, 'weights that are moved');
  moved.forEach(({ name, value }, position) => {
    if (!value) throw new Error(`${name} was not moved`);
    expectClose(fromBackend(value), read(wanted[position]!), FORWARD, name);
  });
}

/** A stateful model carries what it kept from batch to batch. */
function expectBatches(model: BuiltModel, batches: NonNullable<LayerCase['batches']>): void {
  tf.tidy(() => {
    let memory: ReadonlyMap<string, readonly tf.Tensor[]> = new Map();
    for (const { input, outputs } of batches) {
      const results = model.forward(onBackend(read(input)), { ...STEP, memory });
      expectOutputs(model, results, outputs);
      memory = new Map(
        [...results].flatMap(([name, result]) => (result.memory ? [[name, result.memory]] : [])),
      );
    }
  });
}

/** Throws where a case is not as in Keras, on tfjs's backend in use. */
export function expectLayerCase(layerCase: LayerCase): void {
  const { network, weights } = openCase(layerCase);
  expectShapes(network, layerCase.outputShapes);
  const model = buildModel(network, weights);
  try {
    if (layerCase.batches) expectBatches(model, layerCase.batches);
    else expectResults(model, layerCase, undefined);
    if (layerCase.training) expectResults(model, layerCase, STEP);
  } finally {
    model.dispose();
  }
}
