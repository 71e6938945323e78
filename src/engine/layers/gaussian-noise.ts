import * as tf from '@tensorflow/tfjs-core';
import type { GaussianNoiseConfig } from '../../model/layers/gaussian-noise.ts';
import type { EngineLayer } from './layer.ts';

export const gaussianNoise: EngineLayer<GaussianNoiseConfig> = {
  forward({ config: { stddev }, inputs, random }) {
    const x = inputs[0]!;
    if (!random || stddev === 0) return { output: x };
    const noise = Float32Array.from({ length: x.size }, () => random.normal(0, stddev));
    return { output: tf.add(x, tf.tensor(noise, x.shape)) };
  },
};
