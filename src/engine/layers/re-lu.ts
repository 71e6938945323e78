import * as tf from '@tensorflow/tfjs-core';
import type { ReLUConfig } from '../../model/layers/re-lu.ts';
import { leakyRelu } from '../activations.ts';
import type { EngineLayer } from './layer.ts';

export const reLU: EngineLayer<ReLUConfig> = {
  forward({ config, inputs }) {
    const x = inputs[0]!;
    const { threshold, max_value: most, negative_slope: slope } = config;
    if (slope !== 0 && threshold === 0 && most === null) return { pre: x, output: leakyRelu(x, slope) };
    let output = threshold === 0 ? tf.relu(x) : tf.mul(x, tf.step(tf.sub(x, threshold)));
    if (most !== null) output = tf.clipByValue(output, 0, most);
    if (slope !== 0) output = tf.sub(output, tf.mul(tf.relu(tf.sub(threshold, x)), slope));
    return { pre: x, output };
  },
};
