import * as tf from '@tensorflow/tfjs-core';

/** Along the second axis of `[a, cells, b, c]`: `factor - 1` zeros after each cell, cut to `size` cells. */
function spreadSecond(x: tf.Tensor4D, factor: number, size: number): tf.Tensor4D {
  if (factor === 1) return x;
  const [first, cells, third, last] = x.shape;
  const apart = tf.pad(tf.reshape(x, [first * cells, 1, third * last]), [
    [0, 0],
    [0, factor - 1],
    [0, 0],
  ]);
  const whole = tf.reshape(apart, [first, cells * factor, third, last]) as tf.Tensor4D;
  return size === cells * factor ? whole : tf.slice(whole, [0, 0, 0, 0], [-1, size, -1, -1]);
}

/**
 * The rows and columns of `[batch, row, col, channel]` put apart, zeros in between and after the last, `sizes` of them
 * in all: `(cells - 1) * factor + 1` to `cells * factor`.
 */
export function spread(
  x: tf.Tensor4D,
  factors: readonly [number, number],
  sizes: readonly [number, number],
): tf.Tensor4D {
  const rows = spreadSecond(x, factors[0], sizes[0]);
  if (factors[1] === 1) return rows;
  const [batch, height, width, channels] = rows.shape;
  const line = tf.reshape(rows, [batch * height, width, 1, channels]) as tf.Tensor4D;
  return tf.reshape(spreadSecond(line, factors[1], sizes[1]), [batch, height, sizes[1], channels]);
}
