import * as tf from '@tensorflow/tfjs-core';
import type { DropoutConfig } from '../../model/layers/dropout.ts';
import type { EngineLayer } from './layer.ts';

/** In training, each cell is dropped with probability `rate`, and what stays is divided by `1 - rate`. */
export const dropout: EngineLayer<DropoutConfig> = {
  forward({ config: { rate }, inputs, random }) {
    const x = inputs[0]!;
    if (!random || rate === 0) return { output: x };
    const mask = new Float32Array(x.size);
    const kept = 1 / (1 - rate);
    for (let cell = 0; cell < mask.length; cell++) if (random.uniform() >= rate) mask[cell] = kept;
    return { output: tf.mul(x, tf.tensor(mask, x.shape)) };
  },
};
