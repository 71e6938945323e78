import * as tf from '@tensorflow/tfjs-core';
import type { OptimizerConfig } from '../model/optimizers.ts';

type Limits = Pick<OptimizerConfig['config'], 'clipnorm' | 'clipvalue' | 'global_clipnorm'>;

function norm(gradients: readonly tf.Tensor[]): tf.Tensor {
  return tf.sqrt(tf.addN(gradients.map((gradient) => tf.sum(tf.square(gradient)))));
}

/** Shortened to `most` where `length` is more. */
function shortened(gradient: tf.Tensor, length: tf.Tensor, most: number): tf.Tensor {
  return tf.mul(gradient, tf.div(most, tf.maximum(length, most)));
}

/** The gradients within the limits that the optimizer's arguments set, as Keras clips them. Called inside `tf.tidy`. */
export function clipGradients(gradients: readonly tf.Tensor[], limits: Limits): readonly tf.Tensor[] {
  const { clipnorm, clipvalue, global_clipnorm: together } = limits;
  if (gradients.length === 0) return gradients;
  if (clipnorm !== null) return gradients.map((one) => shortened(one, norm([one]), clipnorm));
  if (together !== null) {
    const length = norm(gradients);
    return gradients.map((one) => shortened(one, length, together));
  }
  if (clipvalue !== null) return gradients.map((one) => tf.clipByValue(one, -clipvalue, clipvalue));
  return gradients;
}
