import * as tf from '@tensorflow/tfjs-core';
import { createRandom } from '../base/random.ts';
import { INPUT_NAME, type Network } from '../model/network.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import type { LayerResult } from './layers/layer.ts';
import { engineLayers } from './layers/registry.ts';

/** Salt of the random numbers of a training step. */
interface StepSeed {
  readonly seed: number;
  readonly step: number;
}

/** A network with its weights on the backend. Who builds it disposes of it. */
export interface BuiltModel {
  readonly network: Network;
  /** Every weight, layer by layer in the network's order. */
  readonly variables: ReadonlyMap<string, readonly tf.Variable[]>;
  readonly trainable: readonly tf.Variable[];
  /** Results of every layer for `[batch, …]`. Call inside `tf.tidy`. With a seed: as in training (dropout). */
  forward(input: tf.Tensor, training?: StepSeed): ReadonlyMap<string, LayerResult>;
  /** The weights with these values, in the order of `variables`. */
  toWeights(values: readonly Float32Array[]): Weights;
  assign(layer: string, weights: readonly NamedWeight[]): void;
  dispose(): void;
}

/** Builds a network from weights that fit it. */
export function buildModel(network: Network, weights: Weights): BuiltModel {
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
    forward(input, training) {
      const results = new Map<string, LayerResult>();
      for (const layer of network.layers) {
        const inputs = layer.inputs.map((name) => (name === INPUT_NAME ? input : results.get(name)!.output));
        const windows = layer.definition.windows?.(layer.config, layer.inputShapes) ?? [];
        const random = training && createRandom(training.seed, 'step', layer.name, training.step);
        const weights = variables.get(layer.name) ?? [];
        results.set(
          layer.name,
          engineLayers[layer.kind].forward({ config: layer.config, windows, inputs, weights, random }),
        );
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
