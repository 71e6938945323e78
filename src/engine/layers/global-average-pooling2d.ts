import * as tf from '@tensorflow/tfjs-core';
import type { GlobalPoolingConfig } from '../../model/layers/global-pooling.ts';
import type { EngineLayer } from './layer.ts';

export const globalAveragePooling2d: EngineLayer<GlobalPoolingConfig> = {
  forward: ({ config, inputs }) => ({ output: tf.mean(inputs[0]!, [1, 2], config.keepdims) }),
};
