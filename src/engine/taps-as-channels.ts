import * as tf from '@tensorflow/tfjs-core';
import type { AxisWindow } from '../model/window.ts';

/**
 * What a window along the depth of `[batch, depth, row, col, channel]` sees, one tap's channels after the other's:
 * `[batch * output depth, row, col, taps * channel]`. With it a convolution over three axes is one over two. By
 * slicing and reshaping, since a strided slice has no gradient.
 */
export function tapsAsChannels(x: tf.Tensor5D, window: AxisWindow): tf.Tensor4D {
  const { kernel, stride, dilation, before, output } = window;
  const [batch, depth, rows, cols, channels] = x.shape;
  const needed = (kernel - 1) * dilation + output * stride;
  const inOne = tf.reshape(x, [batch, depth, rows * cols * channels]);
  const padded = tf.pad(inOne, [
    [0, 0],
    [before, Math.max(needed - before - depth, 0)],
    [0, 0],
  ]);
  const taps = Array.from({ length: kernel }, (_, tap) => {
    const some = tf.slice(padded, [0, tap * dilation, 0], [-1, output * stride, -1]);
    const apart = tf.reshape(some, [batch * output, stride, rows * cols * channels]);
    return tf.reshape(tf.slice(apart, [0, 0, 0], [-1, 1, -1]), [batch * output, rows, cols, channels]);
  });
  return tf.concat(taps, 3) as tf.Tensor4D;
}
