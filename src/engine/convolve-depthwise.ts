import * as tf from '@tensorflow/tfjs-core';
import type { AxisWindow } from '../model/window.ts';
import { asPicture, ONE_ROW } from './picture.ts';
import { spread } from './spread.ts';

type Windows = readonly [AxisWindow, AxisWindow];

/** tfjs takes strides or dilation, so where there are both the kernel itself gets the gaps. */
function forward(x: tf.Tensor4D, kernel: tf.Tensor4D, [rows, cols]: Windows): tf.Tensor4D {
  const strides: [number, number] = [rows.stride, cols.stride];
  const dilations: [number, number] = [rows.dilation, cols.dilation];
  const both = Math.max(...strides) > 1 && Math.max(...dilations) > 1;
  let spaced = kernel;
  if (both) {
    const [height, width, channels, multiplier] = kernel.shape;
    const flat = tf.reshape(kernel, [1, height, width, channels * multiplier]) as tf.Tensor4D;
    const size = [(height - 1) * rows.dilation + 1, (width - 1) * cols.dilation + 1] as const;
    spaced = tf.reshape(spread(flat, dilations, size), [...size, channels, multiplier]);
  }
  return tf.depthwiseConv2d(
    x,
    spaced,
    strides,
    [
      [0, 0],
      [rows.before, rows.after],
      [cols.before, cols.after],
      [0, 0],
    ],
    'NHWC',
    both ? [1, 1] : dilations,
  );
}

/** How many cells of the axis the spread dy takes: no more than those that a window starts on. */
function spreadSize({ size, stride, before, output }: AxisWindow): number {
  return Math.min(output * stride, size + before);
}

/** The window through which the input's gradient sees the spread dy. */
function backwardWindow(axis: AxisWindow): AxisWindow {
  const { size: output, kernel, dilation } = axis;
  const size = spreadSize(axis);
  const before = (kernel - 1) * dilation - axis.before;
  return { size, kernel, stride: 1, dilation, before, after: output + axis.before - size, output };
}

/** Depthwise convolution of the spread dy with the kernel turned by half a turn, summed over each channel's copies. */
function gradientByInput(apart: tf.Tensor4D, kernel: tf.Tensor4D, [rows, cols]: Windows): tf.Tensor4D {
  const [height, width, channels, multiplier] = kernel.shape;
  const turned = tf.reshape(tf.reverse(kernel, [0, 1]), [height, width, channels * multiplier, 1]);
  const copies = forward(apart, turned as tf.Tensor4D, [backwardWindow(rows), backwardWindow(cols)]);
  if (multiplier === 1) return copies;
  const summed = tf.sum(tf.reshape(copies, [-1, channels, multiplier]), -1);
  return tf.reshape(summed, [apart.shape[0], rows.size, cols.size, channels]);
}

/** Each column `times` times over, in one matrix product: on wasm tiling takes ten times as long. */
function repeated(x: tf.Tensor2D, times: number): tf.Tensor2D {
  const columns = x.shape[1];
  const copy = new Float32Array(columns * columns * times);
  for (let to = 0; to < columns * times; to++) copy[Math.floor(to / times) * columns * times + to] = 1;
  return tf.matMul(x, tf.tensor2d(copy, [columns, columns * times]));
}

/**
 * Tap by tap: what the tap sees, times dy, summed over all places. The padded input and the spread dy lie on grids of
 * one size, so that a tap is a shift of the flat grid: what it shifts into the next row or sample meets zeros of dy.
 */
function gradientByKernel(apart: tf.Tensor4D, x: tf.Tensor4D, windows: Windows, multiplier: number) {
  const [rows, cols] = windows;
  const [batch, , , channels] = x.shape;
  const [height, width] = windows.map(({ size, before, after }) => before + size + after) as [number, number];
  const places = batch * height * width;
  const padding = (extents: readonly (readonly [number, number])[]): [number, number][] => [
    [0, 0],
    ...extents.map(([before, after]): [number, number] => [before, after]),
    [0, 0],
  ];
  const seen = tf.pad(x, padding(windows.map(({ before, after }) => [before, after])));
  const given = tf.pad(
    apart,
    padding([
      [0, height - apart.shape[1]],
      [0, width - apart.shape[2]],
    ]),
  );
  const reach = (rows.kernel - 1) * rows.dilation * width + (cols.kernel - 1) * cols.dilation;
  const line = tf.pad(tf.reshape(seen, [places, channels]), [
    [0, reach],
    [0, 0],
  ]);
  const copies = multiplier === 1 ? line : repeated(line as tf.Tensor2D, multiplier);
  const dy = tf.reshape(given, [places, channels * multiplier]);
  const taps = Array.from({ length: rows.kernel * cols.kernel }, (_, tap) =>
    tf.tidy(() => {
      const [row, col] = [Math.floor(tap / cols.kernel), tap % cols.kernel];
      const first = row * rows.dilation * width + col * cols.dilation;
      return tf.sum(tf.mul(tf.slice(copies, [first, 0], [places, -1]), dy), 0);
    }),
  );
  return tf.reshape(tf.concat(taps), [rows.kernel, cols.kernel, channels, multiplier]);
}

function depthwise2d(x: tf.Tensor4D, kernel: tf.Tensor4D, windows: Windows): tf.Tensor4D {
  const operation = tf.customGrad((input, weights, save) => {
    const [x, kernel] = [input as tf.Tensor4D, weights as tf.Tensor4D];
    (save as tf.GradSaveFunc)([x, kernel]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, kernel] = saved as [tf.Tensor4D, tf.Tensor4D];
      const [rows, cols] = windows;
      const apart = spread(
        dy as tf.Tensor4D,
        [rows.stride, cols.stride],
        [spreadSize(rows), spreadSize(cols)],
      );
      return [gradientByInput(apart, kernel, windows), gradientByKernel(apart, x, windows, kernel.shape[3])];
    };
    return { value: forward(x, kernel, windows), gradFunc };
  });
  return operation(x, kernel) as tf.Tensor4D;
}

/**
 * Depthwise convolution of `[batch, …spatial, in]` over one or two spatial axes with a kernel `[…spatial, in,
 * multiplier]`, as the windows say, strides and dilation together too. With a gradient of its own: tfjs's knows no
 * dilation, and none at all on wasm.
 */
export function convolveDepthwise(
  x: tf.Tensor,
  kernel: tf.Tensor,
  windows: readonly AxisWindow[],
): tf.Tensor {
  if (windows.length === 2) {
    return depthwise2d(x as tf.Tensor4D, kernel as tf.Tensor4D, [windows[0]!, windows[1]!]);
  }
  const line = tf.expandDims(kernel, 0) as tf.Tensor4D;
  return tf.squeeze(depthwise2d(asPicture(x), line, [ONE_ROW, windows[0]!]), [1]);
}
