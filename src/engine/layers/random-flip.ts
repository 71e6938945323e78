import * as tf from '@tensorflow/tfjs-core';
import { isChannelsFirst } from '../../model/layers/data-format.ts';
import type { RandomFlipConfig } from '../../model/layers/random-flip.ts';
import type { EngineLayer } from './layer.ts';

export const randomFlip: EngineLayer<RandomFlipConfig> = {
  forward({ config, inputs, random }) {
    const x = inputs[0]!;
    if (!random) return { output: x };
    const rows = isChannelsFirst(config) ? 2 : 1;
    const axes = { vertical: [rows], horizontal: [rows + 1], horizontal_and_vertical: [rows, rows + 1] };
    const flips = Array.from({ length: x.shape[0]! }, () => (random.uniform() <= 0.5 ? 1 : 0));
    const flipped = tf.tensor(flips, [flips.length, 1, 1, 1]);
    const mirrored = tf.mul(tf.reverse(x, axes[config.mode]), flipped);
    return { output: tf.add(mirrored, tf.mul(x, tf.sub(1, flipped))) };
  },
};
