import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/**
 * Keras's Adadelta: with rms(x) = sqrt(x + epsilon), delta = -rms(accumulated_delta) * gradient / rms(accumulated_grad),
 * weight += rate * delta; both accumulators are moving means of squares.
 */
export function createAdadelta(config: OptimizerArguments): Optimizer {
  const rho = numberOf(config, 'rho');
  const epsilon = numberOf(config, 'epsilon');
  const rms = (x: tf.Tensor) => tf.sqrt(tf.add(x, epsilon));
  const mix = (before: tf.Tensor, now: tf.Tensor) => tf.add(tf.mul(before, rho), tf.mul(now, 1 - rho));
  return {
    slots: ['accumulated_grad', 'accumulated_delta_var'],
    update(weight, gradient, [grads, deltas], _iteration, rate) {
      const gradients = mix(grads!, tf.square(gradient));
      const delta = tf.neg(tf.div(tf.mul(rms(deltas!), gradient), rms(gradients)));
      const changes = mix(deltas!, tf.square(delta));
      return { weight: tf.add(weight, tf.mul(delta, rate)), slots: [gradients, changes] };
    },
  };
}
