import * as tf from '@tensorflow/tfjs-core';
import type { PermuteConfig } from '../../model/layers/permute.ts';
import type { EngineLayer } from './layer.ts';

export const permute: EngineLayer<PermuteConfig> = {
  forward: ({ config, inputs }) => ({ output: tf.transpose(inputs[0]!, [0, ...config.dims]) }),
};
