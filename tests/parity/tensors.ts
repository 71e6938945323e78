import * as tf from '@tensorflow/tfjs-core';
import type { Tensor } from '../../src/base/tensor.ts';

export function onBackend({ data, shape }: Tensor): tf.Tensor {
  return tf.tensor(data, [...shape], 'float32');
}

export function fromBackend(tensor: tf.Tensor): Tensor {
  return { shape: tensor.shape, data: tensor.dataSync<'float32'>() };
}

/** Targets for outputs of this shape: class numbers, which sparse losses take in Keras, are one-hot here. */
export function targetsOnBackend(targets: Tensor, outputs: readonly number[]): tf.Tensor {
  const tensor = onBackend(targets);
  if (targets.shape.length === outputs.length) return tensor;
  return tf.cast(tf.oneHot(tf.cast(tensor, 'int32'), outputs.at(-1)!), 'float32');
}
