import * as tf from '@tensorflow/tfjs-core';
import { reshape as definition, type ReshapeConfig } from '../../model/layers/reshape.ts';
import type { EngineLayer } from './layer.ts';

export const reshape: EngineLayer<ReshapeConfig> = {
  forward({ config, inputs, inputShapes }) {
    const x = inputs[0]!;
    return { output: tf.reshape(x, [x.shape[0]!, ...definition.outputShape(config, inputShapes)]) };
  },
};
