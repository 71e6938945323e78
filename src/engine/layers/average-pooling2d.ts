import * as tf from '@tensorflow/tfjs-core';
import type { PoolingConfig } from '../../model/layers/pooling.ts';
import { type AxisWindow, tapsOf } from '../../model/window.ts';
import { subsample } from '../subsample.ts';
import type { EngineLayer } from './layer.ts';

/** By how much a mean over all cells of each window is too small where some of them are padding. */
function corrections(window: AxisWindow): number[] {
  return Array.from({ length: window.output }, (_, output) => {
    const inside = tapsOf(window, output).filter((tap) => tap.inside).length;
    return window.kernel / inside;
  });
}

/** The mean of the real cells: tfjs's backends do not agree on padding, so it is put there and divided out here. */
export const averagePooling2d: EngineLayer<PoolingConfig> = {
  forward({ windows, inputs }) {
    const x = inputs[0] as tf.Tensor4D;
    const [rows, cols] = windows as readonly [AxisWindow, AxisWindow];
    if (rows.kernel === 1 && cols.kernel === 1) return { output: subsample(x, [rows.stride, cols.stride]) };
    const padded = tf.pad(x, [
      [0, 0],
      [rows.before, rows.after],
      [cols.before, cols.after],
      [0, 0],
    ]);
    const mean = tf.avgPool(padded, [rows.kernel, cols.kernel], [rows.stride, cols.stride], 'valid');
    if (rows.before + rows.after + cols.before + cols.after === 0) return { output: mean };
    const byRow = tf.tensor4d(corrections(rows), [1, rows.output, 1, 1]);
    const byCol = tf.tensor4d(corrections(cols), [1, 1, cols.output, 1]);
    return { output: tf.mul(mean, tf.mul(byRow, byCol)) };
  },
};
