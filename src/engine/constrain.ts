import * as tf from '@tensorflow/tfjs-core';
import type { Constraint } from '../model/constraints.ts';

/** Keras's `epsilon()`. */
const EPSILON = 1e-7;

function norms(weight: tf.Tensor, axis: number | readonly number[]): tf.Tensor {
  const axes = typeof axis === 'number' ? axis : [...axis];
  return tf.sqrt(tf.sum(tf.square(weight), axes, true));
}

function scaledTo(weight: tf.Tensor, desired: tf.Tensor, lengths: tf.Tensor): tf.Tensor {
  return tf.mul(weight, tf.div(desired, tf.add(lengths, EPSILON)));
}

/** The weight put back into its constraint, as Keras does after every step. Called inside `tf.tidy`. */
export function constrain(weight: tf.Tensor, constraint: Constraint): tf.Tensor {
  switch (constraint.class_name) {
    case 'NonNeg':
      return tf.relu(weight);
    case 'UnitNorm': {
      const lengths = norms(weight, constraint.config.axis);
      return scaledTo(weight, tf.onesLike(lengths), lengths);
    }
    case 'MaxNorm': {
      const lengths = norms(weight, constraint.config.axis);
      return scaledTo(weight, tf.clipByValue(lengths, 0, constraint.config.max_value), lengths);
    }
    case 'MinMaxNorm': {
      const { min_value: least, max_value: most, rate, axis } = constraint.config;
      const lengths = norms(weight, axis);
      const desired = tf.add(tf.mul(tf.clipByValue(lengths, least, most), rate), tf.mul(lengths, 1 - rate));
      return scaledTo(weight, desired, lengths);
    }
  }
}
