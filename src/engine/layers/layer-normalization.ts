import * as tf from '@tensorflow/tfjs-core';
import { type LayerNormalizationConfig, normalizedAxes } from '../../model/layers/layer-normalization.ts';
import type { EngineLayer } from './layer.ts';

export const layerNormalization: EngineLayer<LayerNormalizationConfig> = {
  forward({ config, inputs, inputShapes, weights }) {
    const x = inputs[0]!;
    const axes = normalizedAxes(config, inputShapes[0]!).map((axis) => axis + 1);
    const others = x.shape.map((_, axis) => axis).filter((axis) => !axes.includes(axis));
    const order = [...others, ...axes];
    const ordered = order.every((axis, at) => axis === at);
    const last = ordered ? x : tf.transpose(x, order);
    const count = axes.reduce((product, axis) => product * x.shape[axis]!, 1);
    const rows = tf.reshape(last, [-1, count]);
    const centred = tf.sub(rows, tf.mean(rows, -1, true));
    const inverse = tf.rsqrt(tf.add(tf.mean(tf.square(centred), -1, true), config.epsilon));
    const normal = tf.mul(config.rms_scaling ? rows : centred, inverse);
    const gammas = config.scale || config.rms_scaling ? 1 : 0;
    const scaled = gammas ? tf.mul(normal, tf.reshape(weights[0]!, [count])) : normal;
    const beta = weights[gammas];
    const shifted = beta ? tf.add(scaled, tf.reshape(beta, [count])) : scaled;
    const output = tf.reshape(shifted, last.shape);
    if (ordered) return { output };
    return {
      output: tf.transpose(
        output,
        order.map((_, axis) => order.indexOf(axis)),
      ),
    };
  },
};
