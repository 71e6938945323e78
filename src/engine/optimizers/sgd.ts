import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/**
 * Keras's SGD. With momentum: velocity = momentum * velocity - rate * gradient, weight += velocity; with Nesterov,
 * weight += momentum * velocity - rate * gradient.
 */
export function createSgd(config: OptimizerArguments): Optimizer {
  const momentum = numberOf(config, 'momentum');
  const nesterov = config.nesterov === true;
  if (momentum === 0) {
    return {
      slots: [],
      update: (weight, gradient, _slots, _iteration, rate) => ({
        weight: tf.sub(weight, tf.mul(gradient, rate)),
        slots: [],
      }),
    };
  }
  return {
    slots: ['momentum'],
    update(weight, gradient, slots, _iteration, rate) {
      const scaled = tf.mul(gradient, rate);
      const velocity = tf.sub(tf.mul(slots[0]!, momentum), scaled);
      const move = nesterov ? tf.sub(tf.mul(velocity, momentum), scaled) : velocity;
      return { weight: tf.add(weight, move), slots: [velocity] };
    },
  };
}
