import * as tf from '@tensorflow/tfjs-core';

/**
 * How many steps are cut apart in one go. On wasm each cut copies all that it cuts from, forwards here and backwards
 * in `stackSteps`, so that long sequences are halved first.
 */
const AT_ONCE = 8;

/** The slices of a tensor along its first axis. */
export function unstackSteps(x: tf.Tensor): tf.Tensor[] {
  const count = x.shape[0]!;
  // tfjs's own has no gradient where there is only one.
  if (count === 1) return [tf.squeeze(x, [0])];
  if (count <= AT_ONCE) return tf.unstack(x, 0);
  const half = count >> 1;
  return tf.split(x, [half, count - half], 0).flatMap(unstackSteps);
}

/** Tensors of one shape as one, along a new first axis. */
export function stackSteps(steps: readonly tf.Tensor[]): tf.Tensor {
  const [first] = steps;
  if (steps.length === 1) return tf.expandDims(first!, 0);
  if (steps.length <= AT_ONCE) return tf.stack([...steps], 0);
  const half = steps.length >> 1;
  return tf.concat([stackSteps(steps.slice(0, half)), stackSteps(steps.slice(half))], 0);
}

/** The first two axes the other way round: `[batch, step, …]` and `[step, batch, …]`. */
export function turnSteps(x: tf.Tensor): tf.Tensor {
  return tf.transpose(
    x,
    x.shape.map((_, axis) => (axis < 2 ? 1 - axis : axis)),
  );
}
