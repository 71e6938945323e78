import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/** Keras's Adamax: norm = max(beta2 * norm, |gradient|), weight -= rate * momentum / ((1 - beta1^t) * (norm + epsilon)). */
export function createAdamax(config: OptimizerArguments): Optimizer {
  const beta1 = numberOf(config, 'beta_1');
  const beta2 = numberOf(config, 'beta_2');
  const epsilon = numberOf(config, 'epsilon');
  return {
    slots: ['momentum', 'norm'],
    update(weight, gradient, slots, iteration, rate) {
      const momentum = tf.add(slots[0]!, tf.mul(tf.sub(gradient, slots[0]!), 1 - beta1));
      const norm = tf.maximum(tf.mul(slots[1]!, beta2), tf.abs(gradient));
      const scale = tf.mul(tf.add(norm, epsilon), 1 - beta1 ** iteration);
      return { weight: tf.sub(weight, tf.div(tf.mul(momentum, rate), scale)), slots: [momentum, norm] };
    },
  };
}
