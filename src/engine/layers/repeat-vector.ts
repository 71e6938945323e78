import * as tf from '@tensorflow/tfjs-core';
import type { RepeatVectorConfig } from '../../model/layers/repeat-vector.ts';
import type { EngineLayer } from './layer.ts';

export const repeatVector: EngineLayer<RepeatVectorConfig> = {
  forward: ({ config, inputs }) => ({ output: tf.tile(tf.expandDims(inputs[0]!, 1), [1, config.n, 1]) }),
};
