import * as tf from '@tensorflow/tfjs-core';
import type { ConvolutionConfig } from '../../model/layers/convolution.ts';
import { inChannelsLast } from '../channels-last.ts';
import { convolveGroups } from '../convolve.ts';
import { activated, type EngineLayer } from './layer.ts';

/** Conv1D, Conv2D and Conv3D: the windows say over how many axes. */
export const convolution: EngineLayer<ConvolutionConfig> = {
  forward({ config, windows, inputs, weights: [kernel, bias] }) {
    const pre = inChannelsLast(inputs[0]!, config, (x) => {
      const sum = convolveGroups(x, kernel!, windows, config.groups);
      return bias ? tf.add(sum, bias) : sum;
    });
    return activated(pre, config.activation);
  },
};
