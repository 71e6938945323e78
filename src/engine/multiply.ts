import * as tf from '@tensorflow/tfjs-core';

/**
 * Matrix product of `[row, in]` and `[in, out]`. Its gradient transposes first and multiplies then: a product of
 * matrices that are only declared transposed is a plain loop on wasm, many times slower.
 */
export function multiply(x: tf.Tensor2D, kernel: tf.Tensor2D): tf.Tensor2D {
  const operation = tf.customGrad((left, right, save) => {
    const [x, kernel] = [left as tf.Tensor2D, right as tf.Tensor2D];
    (save as tf.GradSaveFunc)([x, kernel]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, kernel] = saved as [tf.Tensor2D, tf.Tensor2D];
      return [
        tf.matMul(dy as tf.Tensor2D, tf.transpose(kernel)),
        tf.matMul(tf.transpose(x), dy as tf.Tensor2D),
      ];
    };
    return { value: tf.matMul(x, kernel), gradFunc };
  });
  return operation(x, kernel) as tf.Tensor2D;
}
