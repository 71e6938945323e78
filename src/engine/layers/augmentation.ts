import type * as tf from '@tensorflow/tfjs-core';
import type { Random } from '../../base/random.ts';
import type { MovingConfig } from '../../model/layers/augmentation.ts';
import { inChannelsLast } from '../channels-last.ts';
import { type Affine, resample } from '../resample.ts';
import type { EngineLayer } from './layer.ts';

/** A layer that in training moves each picture, of so many rows and columns, as `draw` says. */
export function moving<C extends MovingConfig>(
  draw: (config: C, rows: number, cols: number, random: Random) => Affine,
): EngineLayer<C> {
  return {
    forward({ config, inputs, random }) {
      if (!random) return { output: inputs[0]! };
      const output = inChannelsLast(inputs[0]!, config, (x) => {
        const [batch, rows, cols] = x.shape as [number, number, number];
        const moves = Array.from({ length: batch }, () => draw(config, rows, cols, random));
        return resample(x as tf.Tensor4D, config, moves);
      });
      return { output };
    },
  };
}
