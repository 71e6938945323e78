import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../base/random.ts';
import type { Shape } from '../base/tensor.ts';
import { INPUT_NAME, type Network } from '../model/network.ts';
import { partName } from '../model/part-names.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import type { LayerResult } from './layers/layer.ts';
import { engineLayers } from './layers/registry.ts';

/** What layers know of the training step that they are in. */
export interface TrainingStep {
  /** Salt of its random numbers. */
  readonly seed: number;
  readonly step: number;
  readonly mask?: tf.Tensor1D;
  /** By layer, what stateful layers kept of the batch before. */
  readonly memory?: ReadonlyMap<string, readonly tf.Tensor[]>;
}

/** Looks into a forward pass: what a layer reads and gives is what these make of it. */
interface Tap {
  input(layer: string, place: number, tensor: tf.Tensor): tf.Tensor;
  output(layer: string, tensor: tf.Tensor): tf.Tensor;
}

/** A network with its weights on the backend. Who builds it disposes of it. */
export interface BuiltModel {
  /** At the free sizes, if any, that it was built for. */
  readonly network: Network;
  /** Every weight, layer by layer in the network's order. */
  readonly variables: ReadonlyMap<string, readonly tf.Variable[]>;
  readonly trainable: readonly tf.Variable[];
  /** Results of every layer for `[batch, …]`. Call inside `tf.tidy`. With a step: as in training (dropout). */
  forward(input: tf.Tensor, training?: TrainingStep, tap?: Tap): ReadonlyMap<string, LayerResult>;
  /** The weights with these values, in the order of `variables`. */
  toWeights(values: readonly Float32Array[]): Weights;
  assign(layer: string, weights: readonly NamedWeight[]): void;
  dispose(): void;
}

/** Builds a network from weights that fit it; `resized` gives it at other free sizes of its input. */
export function buildModel(
  network: Network,
  weights: Weights,
  resized: (inputShape: Shape) => Network = () => network,
): BuiltModel {
  let current = network;
  const variables = new Map<string, tf.Variable[]>();
  const trainable: tf.Variable[] = [];
  for (const layer of network.layers) {
    if (layer.weights.length === 0) continue;
    const values = weights.get(layer.name) ?? [];
    variables.set(
      layer.name,
      layer.weights.map((spec, position) => {
        const start = tf.tensor(values[position]!.data, [...spec.shape], 'float32');
        const variable = tf.variable(start, spec.trainable);
        start.dispose();
        if (spec.trainable) trainable.push(variable);
        return variable;
      }),
    );
  }

  return {
    network,
    variables,
    trainable,
    forward(input, training, tap) {
      const results = new Map<string, LayerResult>();
      const readable = new Map([[INPUT_NAME, input]]);
      const shape = input.shape.slice(1);
      if (shape.some((size, axis) => size !== current.inputShape[axis])) current = resized(shape);
      for (const layer of current.layers) {
        const inputs = layer.inputs.map((name, place) => {
          const tensor = readable.get(name)!;
          return tap ? tap.input(layer.name, place, tensor) : tensor;
        });
        const windows = layer.definition.windows?.(layer.config, layer.inputShapes) ?? [];
        const random = training && createRandom(training.seed, 'step', layer.name, training.step);
        const weights = variables.get(layer.name) ?? [];
        const { config, inputShapes } = layer;
        const given = engineLayers[layer.kind].forward({
          config,
          windows,
          inputs,
          inputShapes,
          weights,
          random,
          mask: training?.mask,
          memory: training?.memory?.get(layer.name),
        });
        const result = tap ? { ...given, output: tap.output(layer.name, given.output) } : given;
        results.set(layer.name, result);
        const parts = [result.output, ...(result.states ?? [])];
        for (const [part, tensor] of parts.entries()) readable.set(partName(layer.name, part), tensor);
      }
      return results;
    },
    toWeights(values) {
      let next = 0;
      const layers = network.layers.filter((layer) => layer.weights.length > 0);
      return new Map(
        layers.map((layer) => [
          layer.name,
          layer.weights.map((spec) => ({ name: spec.name, shape: spec.shape, data: values[next++]! })),
        ]),
      );
    },
    assign(layer, weights) {
      variables.get(layer)?.forEach((variable, position) => {
        const { data } = weights[position]!;
        tf.tidy(() => variable.assign(tf.tensor(data, variable.shape, 'float32')));
      });
    },
    dispose() {
      for (const list of variables.values()) for (const variable of list) variable.dispose();
    },
  };
}
