import * as tf from '@tensorflow/tfjs-core';
import type { SeparableConfig } from '../../model/layers/separable-convolution.ts';
import { inChannelsLast } from '../channels-last.ts';
import { convolveDepthwise } from '../convolve-depthwise.ts';
import { multiply } from '../multiply.ts';
import { activated, type EngineLayer } from './layer.ts';

/** SeparableConv1D and SeparableConv2D; the pointwise step is a matrix product by place. */
export const separableConvolution: EngineLayer<SeparableConfig> = {
  forward({ config, windows, inputs, weights: [depthwise, pointwise, bias] }) {
    const pre = inChannelsLast(inputs[0]!, config, (x) => {
      const between = convolveDepthwise(x, depthwise!, windows);
      const channels = between.shape.at(-1)!;
      const sum = multiply(
        tf.reshape(between, [-1, channels]) as tf.Tensor2D,
        tf.reshape(pointwise!, [channels, config.filters]) as tf.Tensor2D,
      );
      const shaped = tf.reshape(sum, [...between.shape.slice(0, -1), config.filters]);
      return bias ? tf.add(shaped, bias) : shaped;
    });
    return activated(pre, config.activation);
  },
};
