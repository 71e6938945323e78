import * as tf from '@tensorflow/tfjs-core';
import type { PoolingConfig } from '../../model/layers/pooling.ts';
import type { AxisWindow } from '../../model/window.ts';
import { subsample } from '../subsample.ts';
import type { EngineLayer } from './layer.ts';

export const maxPooling2d: EngineLayer<PoolingConfig> = {
  forward({ windows, inputs }) {
    const x = inputs[0] as tf.Tensor4D;
    const [rows, cols] = windows as readonly [AxisWindow, AxisWindow];
    if (rows.kernel === 1 && cols.kernel === 1) return { output: subsample(x, [rows.stride, cols.stride]) };
    const output = tf.maxPool(
      x,
      [rows.kernel, cols.kernel],
      [rows.stride, cols.stride],
      [
        [0, 0],
        [rows.before, rows.after],
        [cols.before, cols.after],
        [0, 0],
      ],
    );
    return { output };
  },
};
