import * as tf from '@tensorflow/tfjs-core';
import type { TransposedConfig } from '../../model/layers/transposed-convolution.ts';
import { inChannelsLast } from '../channels-last.ts';
import { convolveTransposed } from '../convolve-transposed.ts';
import { activated, type EngineLayer } from './layer.ts';

/** Conv1DTranspose and Conv2DTranspose. */
export const transposedConvolution: EngineLayer<TransposedConfig> = {
  forward({ config, windows, inputs, weights: [kernel, bias] }) {
    const pre = inChannelsLast(inputs[0]!, config, (x) => {
      const sum = convolveTransposed(x, kernel!, windows);
      return bias ? tf.add(sum, bias) : sum;
    });
    return activated(pre, config.activation);
  },
};
