import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/**
 * Keras's Adam: the bias correction is folded into the rate, alpha = rate * sqrt(1 - beta2^t) / (1 - beta1^t), and
 * epsilon is added to the uncorrected root: weight -= alpha * m / (sqrt(v) + epsilon). `amsgrad` takes the largest v.
 */
export function createAdam(config: OptimizerArguments): Optimizer {
  const beta1 = numberOf(config, 'beta_1');
  const beta2 = numberOf(config, 'beta_2');
  const epsilon = numberOf(config, 'epsilon');
  const amsgrad = config.amsgrad === true;
  return {
    slots: ['momentum', 'velocity', ...(amsgrad ? ['velocity_hat'] : [])],
    update(weight, gradient, slots, iteration, rate) {
      const alpha = (rate * Math.sqrt(1 - beta2 ** iteration)) / (1 - beta1 ** iteration);
      const momentum = tf.add(slots[0]!, tf.mul(tf.sub(gradient, slots[0]!), 1 - beta1));
      const velocity = tf.add(slots[1]!, tf.mul(tf.sub(tf.square(gradient), slots[1]!), 1 - beta2));
      const next = [momentum, velocity];
      let largest = velocity;
      if (amsgrad) {
        largest = tf.maximum(slots[2]!, velocity);
        next.push(largest);
      }
      const change = tf.div(tf.mul(momentum, alpha), tf.add(tf.sqrt(largest), epsilon));
      return { weight: tf.sub(weight, change), slots: next };
    },
  };
}
