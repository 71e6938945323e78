import * as tf from '@tensorflow/tfjs-core';
import { axisIn } from '../../model/layers/axis.ts';
import type { ConcatenateConfig } from '../../model/layers/concatenate.ts';
import type { EngineLayer } from './layer.ts';

export const concatenate: EngineLayer<ConcatenateConfig> = {
  forward: ({ config, inputs, inputShapes }) => ({
    output: tf.concat([...inputs], axisIn(config.axis, inputShapes[0]!) + 1),
  }),
};
