import * as tf from '@tensorflow/tfjs-core';
import { type AxisWindow, turnedWindow } from '../model/window.ts';
import { convolve2d } from './convolve.ts';
import { asPicture, ONE_ROW } from './picture.ts';

/** The window of the plain convolution with the turned kernel that a transposed one without strides is. */
function plainWindow({ size, kernel, dilation, before, after, output }: AxisWindow): AxisWindow {
  const reach = (kernel - 1) * dilation;
  return { size, kernel, stride: 1, dilation, before: reach - before, after: reach - after, output };
}

function transposed2d(
  x: tf.Tensor4D,
  kernel: tf.Tensor4D,
  [rows, cols]: readonly [AxisWindow, AxisWindow],
): tf.Tensor4D {
  if (rows.dilation > 1 || cols.dilation > 1) {
    const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
    return convolve2d(x, turned, [plainWindow(rows), plainWindow(cols)]);
  }
  const [top, left] = [turnedWindow(rows), turnedWindow(cols)];
  return tf.conv2dTranspose(
    x,
    kernel,
    [x.shape[0], rows.output, cols.output, kernel.shape[2]],
    [rows.stride, cols.stride],
    [
      [0, 0],
      [top.before, top.after],
      [left.before, left.after],
      [0, 0],
    ],
  );
}

/**
 * Transposed convolution of `[batch, …spatial, in]` over one or two spatial axes with a kernel `[…spatial, out, in]`,
 * as the windows say, which are transposed ones. Stride and dilation are never both above 1 (Keras refuses it).
 */
export function convolveTransposed(
  x: tf.Tensor,
  kernel: tf.Tensor,
  windows: readonly AxisWindow[],
): tf.Tensor {
  if (windows.length === 2) {
    return transposed2d(x as tf.Tensor4D, kernel as tf.Tensor4D, [windows[0]!, windows[1]!]);
  }
  const line = tf.expandDims(kernel, 0) as tf.Tensor4D;
  return tf.squeeze(transposed2d(asPicture(x), line, [ONE_ROW, windows[0]!]), [1]);
}
