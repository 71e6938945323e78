import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/** Keras's Adagrad: accumulator += gradient², weight -= rate * gradient / sqrt(accumulator + epsilon). */
export function createAdagrad(config: OptimizerArguments): Optimizer {
  const epsilon = numberOf(config, 'epsilon');
  return {
    slots: ['accumulator'],
    start: numberOf(config, 'initial_accumulator_value'),
    update(weight, gradient, [before], _iteration, rate) {
      const accumulator = tf.add(before!, tf.square(gradient));
      const change = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(accumulator, epsilon)));
      return { weight: tf.sub(weight, change), slots: [accumulator] };
    },
  };
}
