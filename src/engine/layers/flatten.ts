import * as tf from '@tensorflow/tfjs-core';
import { isChannelsFirst } from '../../model/layers/data-format.ts';
import type { EngineLayer } from './layer.ts';

export const flatten: EngineLayer = {
  forward({ config, inputs }) {
    const x = inputs[0]!;
    const [batch, ...axes] = [...x.shape.keys()] as [number, ...number[]];
    const last = isChannelsFirst(config) ? tf.transpose(x, [batch, ...axes.slice(1), axes[0]!]) : x;
    return { output: tf.reshape(last, [x.shape[0]!, -1]) };
  },
};
