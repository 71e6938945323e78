import * as tf from '@tensorflow/tfjs-core';
import type { RescalingConfig } from '../../model/layers/rescaling.ts';
import type { EngineLayer } from './layer.ts';

export const rescaling: EngineLayer<RescalingConfig> = {
  forward({ config, inputs }) {
    const byChannel = (value: number | readonly number[]) =>
      tf.tensor1d(typeof value === 'number' ? [value] : [...value]);
    return { output: tf.add(tf.mul(inputs[0]!, byChannel(config.scale)), byChannel(config.offset)) };
  },
};
