import * as tf from '@tensorflow/tfjs-core';
import type { AxisWindow } from '../model/window.ts';
import { asPicture, ONE_ROW } from './picture.ts';
import { tapsAsChannels } from './taps-as-channels.ts';

type ExplicitPadding = [[number, number], [number, number], [number, number], [number, number]];

function padding(rows: readonly [number, number], cols: readonly [number, number]): ExplicitPadding {
  return [[0, 0], [...rows], [...cols], [0, 0]];
}

/**
 * Convolution of `[batch, row, col, in]` with a kernel `[row, col, in, out]`, strides, dilation and padding as the
 * two windows say; differentiable at any dilation. Stride and dilation are never both above 1 (Keras refuses it).
 */
export function convolve2d(
  input: tf.Tensor4D,
  kernel: tf.Tensor4D,
  [rows, cols]: readonly [AxisWindow, AxisWindow],
): tf.Tensor4D {
  const pad = padding([rows.before, rows.after], [cols.before, cols.after]);
  if (rows.dilation === 1 && cols.dilation === 1)
    return tf.conv2d(input, kernel, [rows.stride, cols.stride], pad);
  return dilated(input, kernel, rows, cols);
}

/**
 * Convolution of `[batch, …spatial, in]` with a kernel `[…spatial, in, out]` over one to three spatial axes, as
 * `convolve2d` does it.
 */
export function convolve(input: tf.Tensor, kernel: tf.Tensor, windows: readonly AxisWindow[]): tf.Tensor {
  if (windows.length === 1) {
    const line = tf.expandDims(kernel, 0) as tf.Tensor4D;
    return tf.squeeze(convolve2d(asPicture(input), line, [ONE_ROW, windows[0]!]), [1]);
  }
  if (windows.length === 2) {
    return convolve2d(input as tf.Tensor4D, kernel as tf.Tensor4D, [windows[0]!, windows[1]!]);
  }
  const [depth, rows, cols] = windows as readonly [AxisWindow, AxisWindow, AxisWindow];
  const [kernelDepth, kernelRows, kernelCols, channels, filters] = (kernel as tf.Tensor5D).shape;
  const slices = tapsAsChannels(input as tf.Tensor5D, depth);
  const flat = tf.reshape(tf.transpose(kernel, [1, 2, 0, 3, 4]), [
    kernelRows,
    kernelCols,
    kernelDepth * channels,
    filters,
  ]) as tf.Tensor4D;
  const sum = convolve2d(slices, flat, [rows, cols]);
  return tf.reshape(sum, [input.shape[0]!, depth.output, rows.output, cols.output, filters]);
}

/** As `convolve`, where channels and filters fall into groups; kernel `[…spatial, in / groups, out]`. */
export function convolveGroups(
  input: tf.Tensor,
  kernel: tf.Tensor,
  windows: readonly AxisWindow[],
  groups: number,
): tf.Tensor {
  if (groups === 1) return convolve(input, kernel, windows);
  const inputs = tf.split(input, groups, -1);
  const kernels = tf.split(kernel, groups, -1);
  return tf.concat(
    inputs.map((part, group) => convolve(part, kernels[group]!, windows)),
    -1,
  );
}

/** tfjs has no gradient for dilated convolutions, so this one brings its own. */
function dilated(x: tf.Tensor4D, kernel: tf.Tensor4D, rows: AxisWindow, cols: AxisWindow): tf.Tensor4D {
  const dilations: [number, number] = [rows.dilation, cols.dilation];
  const pad = padding([rows.before, rows.after], [cols.before, cols.after]);
  const operation = tf.customGrad((input, weights, save) => {
    const [x, kernel] = [input as tf.Tensor4D, weights as tf.Tensor4D];
    (save as tf.GradSaveFunc)([x, kernel]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, kernel] = saved as [tf.Tensor4D, tf.Tensor4D];
      return [
        gradientByInput(dy as tf.Tensor4D, kernel, rows, cols),
        gradientByKernel(dy as tf.Tensor4D, x, rows, cols),
      ];
    };
    return { value: tf.conv2d(x, kernel, 1, pad, 'NHWC', dilations), gradFunc };
  });
  return operation(x, kernel) as tf.Tensor4D;
}

/** Full convolution of dy with the kernel turned by half a turn, its channels swapped, at the same dilation. */
function gradientByInput(
  dy: tf.Tensor4D,
  kernel: tf.Tensor4D,
  rows: AxisWindow,
  cols: AxisWindow,
): tf.Tensor4D {
  const full = (axis: AxisWindow): [number, number] => {
    const reach = axis.dilation * (axis.kernel - 1);
    return [reach - axis.before, reach - axis.after];
  };
  const turned = tf.transpose(tf.reverse(kernel, [0, 1]), [0, 1, 3, 2]);
  return tf.conv2d(dy, turned, 1, padding(full(rows), full(cols)), 'NHWC', [rows.dilation, cols.dilation]);
}

/** Convolution with batch and channels swapped (see `wasm/conv2d-backprop-filter.ts`): dilation becomes stride. */
function gradientByKernel(dy: tf.Tensor4D, x: tf.Tensor4D, rows: AxisWindow, cols: AxisWindow): tf.Tensor4D {
  const swapped = tf.conv2d(
    tf.transpose(x, [3, 1, 2, 0]),
    tf.transpose(dy, [1, 2, 0, 3]),
    [rows.dilation, cols.dilation],
    padding([rows.before, rows.after], [cols.before, cols.after]),
  );
  return tf.transpose(swapped, [1, 2, 0, 3]);
}
