import * as tf from '@tensorflow/tfjs-core';

/** Keras's way to bring tensors `[batch, …]` of different ranks together: axes of size 1 after the batch. */
export function sameRank(tensors: readonly tf.Tensor[]): tf.Tensor[] {
  const rank = Math.max(...tensors.map((tensor) => tensor.rank));
  return tensors.map((tensor) => {
    const [batch, ...axes] = tensor.shape as [number, ...number[]];
    const ones = new Array<number>(rank - tensor.rank).fill(1);
    return ones.length === 0 ? tensor : tf.reshape(tensor, [batch, ...ones, ...axes]);
  });
}

/** A tensor spread over the shape that it has together with another; its gradient is summed up again. */
function spreadOver(x: tf.Tensor, other: tf.Tensor): tf.Tensor {
  const shape = x.shape.map((size, axis) => Math.max(size, other.shape[axis]!));
  return shape.every((size, axis) => size === x.shape[axis]) ? x : tf.mul(x, tf.ones(shape));
}

/**
 * The larger (with `sign` -1: the smaller) of two cells. Where they are equal each has half of the gradient, as in
 * Keras; tfjs gives the first one all.
 */
export function extreme(first: tf.Tensor, second: tf.Tensor, sign: 1 | -1): tf.Tensor {
  const operation = tf.customGrad((a, b, save) => {
    const [one, other] = [a as tf.Tensor, b as tf.Tensor];
    (save as tf.GradSaveFunc)([one, other]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const difference = tf.mul(tf.sub(saved[0]!, saved[1]!), sign);
      const share = tf.div(tf.add(tf.sign(difference), 1), 2);
      return [tf.mul(dy, share), tf.mul(dy, tf.sub(1, share))];
    };
    return { value: sign === 1 ? tf.maximum(one, other) : tf.minimum(one, other), gradFunc };
  });
  return operation(spreadOver(first, second), spreadOver(second, first));
}
