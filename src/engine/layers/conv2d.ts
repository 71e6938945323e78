import * as tf from '@tensorflow/tfjs-core';
import type { ConvolutionConfig } from '../../model/layers/convolution.ts';
import type { AxisWindow } from '../../model/window.ts';
import { convolve2d } from '../convolve.ts';
import { activated, type EngineLayer } from './layer.ts';

export const conv2d: EngineLayer<ConvolutionConfig> = {
  forward({ config, windows, inputs, weights: [kernel, bias] }) {
    const sum = convolve2d(
      inputs[0] as tf.Tensor4D,
      kernel as tf.Tensor4D,
      windows as readonly [AxisWindow, AxisWindow],
    );
    return activated(bias ? tf.add(sum, bias) : sum, config.activation);
  },
};
