import * as tf from '@tensorflow/tfjs-core';

/** `turned` is the kernel transposed, where that is at hand already. */
function product(x: tf.Tensor2D, kernel: tf.Tensor2D, turned?: tf.Tensor2D): tf.Tensor2D {
  const operation = tf.customGrad((left, right, save) => {
    const [x, kernel] = [left as tf.Tensor2D, right as tf.Tensor2D];
    (save as tf.GradSaveFunc)([x, turned ?? kernel]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [x, kept] = saved as [tf.Tensor2D, tf.Tensor2D];
      return [
        tf.matMul(dy as tf.Tensor2D, turned ? kept : tf.transpose(kept)),
        tf.matMul(tf.transpose(x), dy as tf.Tensor2D),
      ];
    };
    return { value: tf.matMul(x, kernel), gradFunc };
  });
  return operation(x, kernel) as tf.Tensor2D;
}

/**
 * Matrix product of `[row, in]` and `[in, out]`. Its gradient transposes first and multiplies then: a product of
 * matrices that are only declared transposed is a plain loop on wasm, many times slower.
 */
export function multiply(x: tf.Tensor2D, kernel: tf.Tensor2D): tf.Tensor2D {
  return product(x, kernel);
}

/** The same for a kernel with which much is multiplied: it is transposed once, for the gradients of all products. */
export function multiplyBy(kernel: tf.Tensor2D): (x: tf.Tensor2D) => tf.Tensor2D {
  const turned = tf.transpose(kernel);
  return (x) => product(x, kernel, turned);
}
