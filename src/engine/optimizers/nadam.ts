import * as tf from '@tensorflow/tfjs-core';
import { numberOf, type Optimizer, type OptimizerArguments } from './optimizer.ts';

/** Dozat's decay of the momentum, as Keras has it. */
const DECAY = 0.96;

/**
 * Keras's Nadam: Adam whose momentum looks one step ahead. With u_t = beta1 * (1 - 0.5 * 0.96^t) and their product U_t:
 * m_hat = u_{t+1} * m / (1 - U_{t+1}) + (1 - u_t) * gradient / (1 - U_t), weight -= rate * m_hat / (sqrt(v_hat) + epsilon).
 */
export function createNadam(config: OptimizerArguments): Optimizer {
  const beta1 = numberOf(config, 'beta_1');
  const beta2 = numberOf(config, 'beta_2');
  const epsilon = numberOf(config, 'epsilon');
  const u = (t: number) => beta1 * (1 - 0.5 * DECAY ** t);
  /** U_1, U_2 …, as far as they were asked for. */
  const products = [1];
  function product(t: number): number {
    for (let at = products.length; at <= t; at++) products.push(products[at - 1]! * u(at));
    return products[t]!;
  }
  return {
    slots: ['momentum', 'velocity'],
    update(weight, gradient, slots, iteration, rate) {
      const momentum = tf.add(slots[0]!, tf.mul(tf.sub(gradient, slots[0]!), 1 - beta1));
      const velocity = tf.add(slots[1]!, tf.mul(tf.sub(tf.square(gradient), slots[1]!), 1 - beta2));
      const ahead = tf.mul(momentum, u(iteration + 1) / (1 - product(iteration + 1)));
      const now = tf.mul(gradient, (1 - u(iteration)) / (1 - product(iteration)));
      const root = tf.sqrt(tf.div(velocity, 1 - beta2 ** iteration));
      const change = tf.div(tf.mul(tf.add(ahead, now), rate), tf.add(root, epsilon));
      return { weight: tf.sub(weight, change), slots: [momentum, velocity] };
    },
  };
}
