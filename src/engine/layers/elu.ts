import * as tf from '@tensorflow/tfjs-core';
import type { ELUConfig } from '../../model/layers/elu.ts';
import type { EngineLayer } from './layer.ts';

export const elu: EngineLayer<ELUConfig> = {
  forward({ config, inputs }) {
    const x = inputs[0]!;
    // At 0 the slope is alpha, as in Keras.
    const below = tf.mul(tf.expm1(tf.minimum(x, 0)), config.alpha);
    return { pre: x, output: tf.add(tf.relu(x), below) };
  },
};
