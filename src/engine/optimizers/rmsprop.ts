import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/**
 * Keras's RMSprop: velocity = rho * velocity + (1 - rho) * gradient², increment = rate * gradient /
 * sqrt(velocity + epsilon), where `centered` takes the squared moving mean of the gradient off the velocity.
 * Epsilon stands inside the root. With momentum the increment is accumulated before it is taken off.
 */
export function createRmsprop(config: OptimizerArguments): Optimizer {
  const rho = numberOf(config, 'rho');
  const momentum = numberOf(config, 'momentum');
  const epsilon = numberOf(config, 'epsilon');
  const centered = config.centered === true;
  const slots = [
    'velocity',
    ...(momentum > 0 ? ['momentum'] : []),
    ...(centered ? ['average_gradient'] : []),
  ];
  return {
    slots,
    update(weight, gradient, values, _iteration, rate) {
      const mix = (before: tf.Tensor, now: tf.Tensor) => tf.add(tf.mul(before, rho), tf.mul(now, 1 - rho));
      const next: tf.Tensor[] = [];
      const velocity = mix(values[0]!, tf.square(gradient));
      next.push(velocity);
      const average = centered ? mix(values[slots.length - 1]!, gradient) : undefined;
      const denominator = average ? tf.sub(velocity, tf.square(average)) : velocity;
      let increment = tf.div(tf.mul(gradient, rate), tf.sqrt(tf.add(denominator, epsilon)));
      if (momentum > 0) {
        increment = tf.add(tf.mul(values[1]!, momentum), increment);
        next.push(increment);
      }
      if (average) next.push(average);
      return { weight: tf.sub(weight, increment), slots: next };
    },
  };
}
