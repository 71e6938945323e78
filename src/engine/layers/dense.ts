import * as tf from '@tensorflow/tfjs-core';
import type { DenseConfig } from '../../model/layers/dense.ts';
import { multiply } from '../multiply.ts';
import { activated, type EngineLayer } from './layer.ts';

export const dense: EngineLayer<DenseConfig> = {
  forward({ config, inputs, weights: [kernel, bias] }) {
    const x = inputs[0]!;
    const rows = tf.reshape(x, [-1, kernel!.shape[0]!]) as tf.Tensor2D;
    const sum = tf.reshape(multiply(rows, kernel as tf.Tensor2D), [...x.shape.slice(0, -1), config.units]);
    return activated(bias ? tf.add(sum, bias) : sum, config.activation);
  },
};
