import * as tf from '@tensorflow/tfjs-core';
import type { EngineLayer } from './layer.ts';

export const pReLU: EngineLayer = {
  forward({ inputs, weights }) {
    const x = inputs[0]!;
    const below = tf.mul(weights[0]!, tf.relu(tf.neg(x)));
    return { output: tf.sub(tf.relu(x), below) };
  },
};
