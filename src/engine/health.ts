import * as tf from '@tensorflow/tfjs-core';
import { type ActivationName, scalarActivation } from '../model/activations.ts';
import type { NetworkLayer } from '../model/network.ts';
import type { Batch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import type { LayerHealth } from './engine.ts';
import type { LayerResult } from './layers/layer.ts';

/** Examines layers in a training batch. Every figure is a scalar, so that one readback brings them all. */
export interface HealthCheck {
  /** Call within the forward pass. */
  ofOutputs(results: ReadonlyMap<string, LayerResult>, batch: Batch): tf.Tensor[];
  /** Gradients of the loss by the weights' variable names. */
  ofGradients(gradients: tf.NamedTensorMap): tf.Tensor[];
  /** The values of `ofOutputs` with those of `ofGradients` behind them, layer by layer. */
  read(values: readonly number[]): LayerHealth[];
}

/** A cell nearer than this to a limit of its activation is saturated: there the slope is next to nothing. */
const MARGIN = 0.01;

/** What bounded activations cannot pass. */
const LIMITS: Partial<Record<ActivationName, readonly [low: number, high: number]>> = {
  sigmoid: [0, 1],
  hard_sigmoid: [0, 1],
  sparse_sigmoid: [0, 1],
  softmax: [0, 1],
  sparsemax: [0, 1],
  tanh: [-1, 1],
  hard_tanh: [-1, 1],
  softsign: [-1, 1],
};

const RECTIFIERS: ReadonlySet<ActivationName> = new Set(['relu', 'relu6']);

/** Whether a unit of the layer has a slope of zero wherever it gives 0: with a negative slope it has not. */
function canDie({ definition, config }: NetworkLayer): boolean {
  const name = definition.activation(config);
  const apply = definition.activationFunction?.(config) ?? scalarActivation(name);
  return RECTIFIERS.has(name) && apply?.(-1) === 0;
}

/** Units, on the last axis, that gave 0 in every place for every sample. Rows that fill a batch up repeat its first. */
function countDead(output: tf.Tensor): tf.Tensor {
  const largest = tf.max(tf.reshape(output, [-1, output.shape.at(-1)!]), 0);
  return tf.sum(tf.sub(1, tf.step(largest)));
}

/** Share of cells within `MARGIN` of a limit; of a softmax: of rows whose largest is, since all others then are small. */
function shareSaturated(output: tf.Tensor, name: ActivationName, { mask, count }: Batch): tf.Tensor {
  const [low, high] = LIMITS[name]!;
  const above = (cells: tf.Tensor) => tf.step(tf.sub(cells, high - MARGIN));
  const near = scalarActivation(name)
    ? tf.add(above(output), tf.step(tf.sub(low + MARGIN, output)))
    : above(tf.max(output, -1));
  const bySample = tf.mean(tf.reshape(near, [output.shape[0]!, -1]), 1);
  return tf.div(tf.sum(tf.mul(bySample, mask)), count);
}

/** Largest size, and the sum of squares in its unit: the square of a gradient that vanishes is 0 in 32 bits. */
function measureGradient(gradient: tf.Tensor): [most: tf.Tensor, squares: tf.Tensor] {
  const most = tf.max(tf.abs(gradient));
  return [most, tf.sum(tf.square(tf.divNoNan(gradient, most)))];
}

export function createHealthCheck({ network, variables }: BuiltModel): HealthCheck {
  const layers = network.layers.map((layer) => {
    const activation = layer.definition.activation(layer.config);
    const weights = (variables.get(layer.name) ?? []).filter(({ trainable }) => trainable);
    return { layer, activation, weights, dies: canDie(layer), bounded: LIMITS[activation] !== undefined };
  });
  return {
    ofOutputs: (results, batch) =>
      layers.flatMap(({ layer, activation, dies, bounded }) => {
        const { output } = results.get(layer.name)!;
        return [
          ...(dies ? [countDead(output)] : []),
          ...(bounded ? [shareSaturated(output, activation, batch)] : []),
        ];
      }),
    ofGradients: (gradients) =>
      layers.flatMap(({ weights }) =>
        weights.flatMap((variable) => measureGradient(gradients[variable.name] ?? tf.zeros(variable.shape))),
      ),
    read(values) {
      let next = 0;
      const take = () => values[next++]!;
      const activity = layers.map(({ layer, dies, bounded }) => ({
        ...(dies && { dead: take(), units: layer.outputShape.at(-1)! }),
        ...(bounded && { saturated: take() }),
      }));
      return layers.flatMap(({ layer, weights }, at) => {
        let squares = 0;
        for (const _ of weights) squares += take() ** 2 * take();
        const health = { ...activity[at], ...(weights.length > 0 && { gradient: Math.sqrt(squares) }) };
        return Object.keys(health).length > 0 ? [{ layer: layer.name, ...health }] : [];
      });
    },
  };
}
