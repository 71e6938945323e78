import * as tf from '@tensorflow/tfjs-core';
import type { DepthwiseArguments } from '../../model/layers/depthwise-convolution.ts';
import { inChannelsLast } from '../channels-last.ts';
import { convolveDepthwise } from '../convolve-depthwise.ts';
import { activated, type EngineLayer } from './layer.ts';

/** DepthwiseConv1D and DepthwiseConv2D. */
export const depthwiseConvolution: EngineLayer<DepthwiseArguments> = {
  forward({ config, windows, inputs, weights: [kernel, bias] }) {
    const pre = inChannelsLast(inputs[0]!, config, (x) => {
      const sum = convolveDepthwise(x, kernel!, windows);
      return bias ? tf.add(sum, bias) : sum;
    });
    return activated(pre, config.activation);
  },
};
