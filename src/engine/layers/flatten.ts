import * as tf from '@tensorflow/tfjs-core';
import type { EngineLayer } from './layer.ts';

export const flatten: EngineLayer = {
  forward: ({ inputs }) => ({ output: tf.reshape(inputs[0]!, [inputs[0]!.shape[0]!, -1]) }),
};
