import * as tf from '@tensorflow/tfjs-core';

/**
 * Every `stride`th row and column of `[batch, row, col, channel]`, from the first: what a pool of one cell gives,
 * which XNNPACK (wasm) refuses. By reshaping and slicing, since a strided slice has no gradient.
 */
export function subsample(x: tf.Tensor4D, strides: readonly [number, number]): tf.Tensor4D {
  const [batch, rows, cols, channels] = x.shape;
  const outRows = Math.ceil(rows / strides[0]);
  const outCols = Math.ceil(cols / strides[1]);
  const whole = tf.pad(x, [
    [0, 0],
    [0, outRows * strides[0] - rows],
    [0, outCols * strides[1] - cols],
    [0, 0],
  ]);
  const width = outCols * strides[1];
  const byRow = tf.reshape(whole, [batch * outRows, strides[0], width, channels]);
  const someRows = tf.slice(byRow, [0, 0, 0, 0], [-1, 1, -1, -1]);
  const byCol = tf.reshape(someRows, [batch * outRows, outCols, strides[1], channels]);
  const some = tf.slice(byCol, [0, 0, 0, 0], [-1, -1, 1, -1]);
  return tf.reshape(some, [batch, outRows, outCols, channels]);
}
