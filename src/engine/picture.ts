import * as tf from '@tensorflow/tfjs-core';
import { axisWindow } from '../model/window.ts';

/** Window of the row axis of a sequence that is taken for a picture of one row. */
export const ONE_ROW = axisWindow({ size: 1, kernel: 1, stride: 1, dilation: 1, padding: 'valid' });

/** `[batch, step, channel]` as `[batch, 1, step, channel]`. */
export function asPicture(sequence: tf.Tensor): tf.Tensor4D {
  return tf.expandDims(sequence, 1) as tf.Tensor4D;
}
