import * as tf from '@tensorflow/tfjs-core';
import type { ActivationName } from '../model/activations.ts';

/** An activation in tfjs's operations, differentiable; row activations work along the last axis. */
export type Activation = (x: tf.Tensor) => tf.Tensor;

/** 1 above `limit`, else 0; unlike a comparison it has a gradient (zero). */
function above(x: tf.Tensor, limit: number): tf.Tensor {
  return tf.step(tf.sub(x, limit));
}

/** At 0 its slope is 1, as in Keras; tfjs's is `slope` there. */
export function leakyRelu(x: tf.Tensor, slope: number): tf.Tensor {
  return tf.mul(x, tf.sub(1, tf.mul(tf.step(tf.neg(x)), 1 - slope)));
}

function hardSigmoid(x: tf.Tensor): tf.Tensor {
  return tf.div(tf.clipByValue(tf.add(x, 3), 0, 6), 6);
}

/** Keras's exact gelu (`approximate=False`). */
function gelu(x: tf.Tensor): tf.Tensor {
  return tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1));
}

/** sqrt(x² + 4) pulls the root away from zero, so the gradient is finite everywhere. */
function squareplus(x: tf.Tensor): tf.Tensor {
  return tf.div(tf.add(x, tf.sqrt(tf.add(tf.square(x), 4))), 2);
}

/** 0 up to -1, (x + 1)² / 4 up to 1, then x. */
function sparsePlus(x: tf.Tensor): tf.Tensor {
  return tf.add(tf.div(tf.square(tf.add(tf.clipByValue(x, -1, 1), 1)), 4), tf.relu(tf.sub(x, 1)));
}

/** How many cells along the last axis come before each one when they are sorted, the largest first. */
function ranks(x: tf.Tensor): tf.Tensor {
  const length = x.shape[x.rank - 1]!;
  const [own, other] = [tf.expandDims(x, -1), tf.expandDims(x, -2)];
  const places = tf.range(0, length);
  const earlier = tf.greater(tf.expandDims(places, 1), tf.expandDims(places, 0));
  const before = tf.logicalOr(tf.greater(other, own), tf.logicalAnd(tf.equal(other, own), earlier));
  return tf.sum(tf.cast(before, 'float32'), -1);
}

/**
 * Keras's sparsemax (see `model/activations.ts`). Its threshold is the mean of the support's running sums, so the
 * largest cell counts as often as there are cells in the support, the next one once less, and so on; sorting itself
 * has no gradient here.
 */
function sparsemax(x: tf.Tensor): tf.Tensor {
  const operation = tf.customGrad((input, save) => {
    const logits = input as tf.Tensor;
    const length = logits.shape[logits.rank - 1]!;
    const { values } = tf.topk(logits, length);
    const sums = tf.cumsum(values, logits.rank - 1);
    const places = tf.range(1, length + 1);
    const inSupport = tf.cast(tf.greater(tf.add(tf.mul(values, places), 1), sums), 'float32');
    const size = tf.sum(inSupport, -1, true);
    const threshold = tf.div(tf.sub(tf.sum(tf.mul(sums, inSupport), -1, true), 1), size);
    const value = tf.relu(tf.sub(logits, threshold));
    (save as tf.GradSaveFunc)([logits, value, size]);
    const gradFunc = (dy: tf.Tensor, saved: tf.Tensor[]) => {
      const [logits, value, size] = saved as [tf.Tensor, tf.Tensor, tf.Tensor];
      const passed = tf.mul(dy, tf.step(value));
      const counts = tf.relu(tf.sub(size, ranks(logits)));
      return tf.sub(passed, tf.mul(tf.div(counts, size), tf.sum(passed, -1, true)));
    };
    return { value, gradFunc };
  });
  return operation(x);
}

export const activations: Record<ActivationName, Activation> = {
  linear: (x) => x,
  relu: (x) => tf.relu(x),
  relu6: (x) => tf.relu6(x),
  leaky_relu: (x) => leakyRelu(x, 0.2),
  elu: (x) => tf.elu(x),
  selu: (x) => tf.selu(x),
  celu: (x) => tf.elu(x),
  gelu,
  silu: (x) => tf.mul(x, tf.sigmoid(x)),
  mish: (x) => tf.mul(x, tf.tanh(tf.softplus(x))),
  sigmoid: (x) => tf.sigmoid(x),
  hard_sigmoid: hardSigmoid,
  log_sigmoid: (x) => tf.logSigmoid(x),
  sparse_sigmoid: (x) => tf.clipByValue(tf.div(tf.add(x, 1), 2), 0, 1),
  hard_silu: (x) => tf.mul(x, hardSigmoid(x)),
  tanh: (x) => tf.tanh(x),
  hard_tanh: (x) => tf.clipByValue(x, -1, 1),
  tanh_shrink: (x) => tf.sub(x, tf.tanh(x)),
  soft_shrink: (x) => tf.sub(tf.relu(tf.sub(x, 0.5)), tf.relu(tf.sub(tf.neg(x), 0.5))),
  hard_shrink: (x) => tf.mul(x, above(tf.abs(x), 0.5)),
  softplus: (x) => tf.softplus(x),
  softsign: (x) => tf.div(x, tf.add(tf.abs(x), 1)),
  squareplus,
  sparse_plus: sparsePlus,
  exponential: (x) => tf.exp(x),
  softmax: (x) => tf.softmax(x),
  log_softmax: (x) => tf.logSoftmax(x),
  sparsemax,
};
