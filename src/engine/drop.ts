import * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../base/random.ts';

/** Each number of `shape`, which spreads over `x`, falls with probability `rate`; what stays is divided by `1 - rate`. */
export function drop(x: tf.Tensor, rate: number, shape: readonly number[], random: Random): tf.Tensor {
  const mask = new Float32Array(shape.reduce((size, length) => size * length, 1));
  const kept = 1 / (1 - rate);
  for (let cell = 0; cell < mask.length; cell++) if (random.uniform() >= rate) mask[cell] = kept;
  return tf.mul(x, tf.tensor(mask, [...shape]));
}
