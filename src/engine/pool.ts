import * as tf from '@tensorflow/tfjs-core';
import { type AxisWindow, axisWindow, tapsOf } from '../model/window.ts';
import { asPicture, ONE_ROW } from './picture.ts';
import { subsample } from './subsample.ts';

type Pool2d = (x: tf.Tensor4D, windows: readonly [AxisWindow, AxisWindow]) => tf.Tensor4D;

/** The largest cell of each window; where several are the largest, the gradient is the first one's, as in Keras. */
export const maxPool: Pool2d = (x, [rows, cols]) => {
  if (rows.kernel === 1 && cols.kernel === 1) return subsample(x, [rows.stride, cols.stride]);
  return tf.maxPool(
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
};

/** By how much a mean over all cells of each window is too small where some of them are padding. */
function corrections(window: AxisWindow): number[] {
  return Array.from({ length: window.output }, (_, output) => {
    const inside = tapsOf(window, output).filter((tap) => tap.inside).length;
    return window.kernel / inside;
  });
}

/** The mean of the real cells: tfjs's backends do not agree on padding, so it is put there and divided out here. */
export const averagePool: Pool2d = (x, [rows, cols]) => {
  if (rows.kernel === 1 && cols.kernel === 1) return subsample(x, [rows.stride, cols.stride]);
  const padded = tf.pad(x, [
    [0, 0],
    [rows.before, rows.after],
    [cols.before, cols.after],
    [0, 0],
  ]);
  const mean = tf.avgPool(padded, [rows.kernel, cols.kernel], [rows.stride, cols.stride], 'valid');
  if (rows.before + rows.after + cols.before + cols.after === 0) return mean;
  const byRow = tf.tensor4d(corrections(rows), [1, rows.output, 1, 1]);
  const byCol = tf.tensor4d(corrections(cols), [1, 1, cols.output, 1]);
  return tf.mul(mean, tf.mul(byRow, byCol));
};

/** A window that leaves an axis as it is. */
function each(size: number): AxisWindow {
  return axisWindow({ size, kernel: 1, stride: 1, dilation: 1, padding: 'valid' });
}

/**
 * `pool` over the one to three spatial axes of `[batch, …spatial, channel]`. A volume is pooled slice by slice, then
 * along its depth: for maxima and, since the window is a box, for means it comes to the same.
 */
export function poolOver(x: tf.Tensor, windows: readonly AxisWindow[], pool: Pool2d): tf.Tensor {
  if (windows.length === 1) return tf.squeeze(pool(asPicture(x), [ONE_ROW, windows[0]!]), [1]);
  if (windows.length === 2) return pool(x as tf.Tensor4D, [windows[0]!, windows[1]!]);
  const [depth, rows, cols] = windows as readonly [AxisWindow, AxisWindow, AxisWindow];
  const [batch, slices, height, width, channels] = (x as tf.Tensor5D).shape;
  const pictures = pool(tf.reshape(x, [batch * slices, height, width, channels]), [rows, cols]);
  const cells = rows.output * cols.output;
  const stacks = pool(tf.reshape(pictures, [batch, slices, cells, channels]), [depth, each(cells)]);
  return tf.reshape(stacks, [batch, depth.output, rows.output, cols.output, channels]);
}
