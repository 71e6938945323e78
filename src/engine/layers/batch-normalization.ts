import * as tf from '@tensorflow/tfjs-core';
import { axisIn } from '../../model/layers/axis.ts';
import type { BatchNormalizationConfig } from '../../model/layers/batch-normalization.ts';
import type { EngineLayer, LayerCall } from './layer.ts';

interface Moments {
  readonly mean: tf.Tensor;
  readonly variance: tf.Tensor;
}

/** Mean and (biased) variance of each channel over the samples that count. `axis` with the batch axis. */
function moments(x: tf.Tensor, axis: number, mask: tf.Tensor1D | undefined): Moments {
  const channels = x.shape[axis]!;
  const others = x.shape.map((_, at) => at).filter((at) => at !== axis);
  const last = axis === x.rank - 1 ? x : tf.transpose(x, [...others, axis]);
  const rows = tf.reshape(last, [-1, channels]) as tf.Tensor2D;
  const cells = rows.shape[0] / x.shape[0]!;
  const counted = mask ?? tf.ones([x.shape[0]!]);
  const shares = tf.div(counted, tf.mul(tf.sum(counted), cells));
  // A product with a row of shares is a mean, and on wasm much the faster.
  const row = tf.reshape(tf.tile(tf.expandDims(shares, 1), [1, cells]), [1, -1]) as tf.Tensor2D;
  const mean = tf.matMul(row, rows);
  const variance = tf.matMul(row, tf.square(tf.sub(rows, mean)) as tf.Tensor2D);
  return { mean: tf.reshape(mean, [channels]), variance: tf.reshape(variance, [channels]) };
}

function weightsOf({ config, weights }: LayerCall<BatchNormalizationConfig>) {
  const learned = Number(config.scale) + Number(config.center);
  return {
    gamma: config.scale ? weights[0] : undefined,
    beta: config.center ? weights[learned - 1] : undefined,
    mean: weights[learned]!,
    variance: weights[learned + 1]!,
    place: learned,
  };
}

/** The moving statistics with the batch's mixed in. */
function moved({ momentum }: BatchNormalizationConfig, kept: tf.Tensor, batch: tf.Tensor): tf.Tensor {
  return tf.add(tf.mul(kept, momentum), tf.mul(batch, 1 - momentum));
}

export const batchNormalization: EngineLayer<BatchNormalizationConfig> = {
  forward(call) {
    const { config, inputs, inputShapes, random, mask } = call;
    const x = inputs[0]!;
    const axis = axisIn(config.axis, inputShapes[0]!) + 1;
    const own = weightsOf(call);
    const { mean, variance } = random ? moments(x, axis, mask) : own;
    const inverse = tf.rsqrt(tf.add(variance, config.epsilon));
    const factor = own.gamma ? tf.mul(inverse, own.gamma) : inverse;
    const shift = tf.neg(tf.mul(mean, factor));
    const constant = own.beta ? tf.add(shift, own.beta) : shift;
    const along = x.shape.map((size, at) => (at === axis ? size : 1));
    const output = tf.add(tf.mul(x, tf.reshape(factor, along)), tf.reshape(constant, along));
    if (!random) return { output };
    const updates = new Map([
      [own.place, moved(config, own.mean, mean)],
      [own.place + 1, moved(config, own.variance, variance)],
    ]);
    return { output, updates };
  },
};
