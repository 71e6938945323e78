import * as tf from '@tensorflow/tfjs-core';
import type { LossArguments, LossName } from '../model/losses.ts';

/** Keras's `backend.epsilon()`: probabilities are clipped to [1e-7, 1 - 1e-7] before their logarithm. */
const EPSILON = 1e-7;

/** Loss of each sample, `[batch]`, from `targets` and `outputs`, both `[batch, …, unit]`; means over the axes between. */
export type Loss = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor1D;

export function perSample(values: tf.Tensor): tf.Tensor1D {
  return tf.mean(tf.reshape(values, [values.shape[0]!, -1]), 1);
}

function clip(probabilities: tf.Tensor): tf.Tensor {
  return tf.clipByValue(probabilities, EPSILON, 1 - EPSILON);
}

function shares(outputs: tf.Tensor): tf.Tensor {
  return clip(tf.div(outputs, tf.sum(outputs, -1, true)));
}

/** -log of the probability of each class: of probabilities, made to add up to 1 and clipped as Keras does, or of logits. */
function negativeLog(outputs: tf.Tensor, fromLogits: boolean): tf.Tensor {
  if (fromLogits) return tf.neg(tf.logSoftmax(outputs));
  return tf.neg(tf.log(shares(outputs)));
}

/** Labels spread a little over all of `count` choices. */
function smoothed(targets: tf.Tensor, smoothing: number, count: number): tf.Tensor {
  return smoothing > 0 ? tf.add(tf.mul(targets, 1 - smoothing), smoothing / count) : targets;
}

function crossEntropy({ from_logits: logits = false, label_smoothing: spread = 0 }: LossArguments): Loss {
  return (targets, outputs) => {
    const wanted = smoothed(targets, spread, outputs.shape.at(-1)!);
    return perSample(tf.sum(tf.mul(wanted, negativeLog(outputs, logits)), -1));
  };
}

/** Of probabilities. */
function binaryTerms(wanted: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const probability = clip(outputs);
  const positive = tf.mul(wanted, tf.log(probability));
  const negative = tf.mul(tf.sub(1, wanted), tf.log(tf.sub(1, probability)));
  return tf.neg(tf.add(positive, negative));
}

function binaryCrossEntropy({ from_logits: logits, label_smoothing: spread = 0 }: LossArguments): Loss {
  return (targets, outputs) => {
    const wanted = smoothed(targets, spread, 2);
    if (!logits) return perSample(binaryTerms(wanted, outputs));
    // max(x, 0) - x * z + log(1 + exp(-|x|)), which cannot overflow.
    const tail = tf.log1p(tf.exp(tf.neg(tf.abs(outputs))));
    return perSample(tf.add(tf.sub(tf.relu(outputs), tf.mul(outputs, wanted)), tail));
  };
}

/** Lin et al. 2017: what is already right counts for less. */
function categoricalFocal(config: LossArguments): Loss {
  const { alpha = 0, gamma = 0, from_logits: logits, label_smoothing: spread = 0 } = config;
  return (targets, outputs) => {
    const wanted = smoothed(targets, spread, outputs.shape.at(-1)!);
    const probability = shares(logits ? tf.softmax(outputs) : outputs);
    const weight = tf.mul(tf.pow(tf.sub(1, probability), gamma), alpha);
    return perSample(tf.neg(tf.sum(tf.mul(weight, tf.mul(wanted, tf.log(probability))), -1)));
  };
}

function binaryFocal(config: LossArguments): Loss {
  const { alpha = 0, gamma = 0, apply_class_balancing: balanced } = config;
  const { from_logits: logits, label_smoothing: spread = 0 } = config;
  return (targets, outputs) => {
    const wanted = smoothed(targets, spread, 2);
    const other = tf.sub(1, wanted);
    const probability = logits ? tf.sigmoid(outputs) : outputs;
    const right = tf.add(tf.mul(wanted, probability), tf.mul(other, tf.sub(1, probability)));
    const focal = tf.mul(tf.pow(tf.sub(1, right), gamma), binaryTerms(wanted, probability));
    if (!balanced) return perSample(focal);
    return perSample(tf.mul(focal, tf.add(tf.mul(wanted, alpha), tf.mul(other, 1 - alpha))));
  };
}

/** A loss that is the mean over the units of a function of each. */
function eachUnit(of: (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor): () => Loss {
  return () => (targets, outputs) => perSample(of(targets, outputs));
}

function huber({ delta = 1 }: LossArguments): Loss {
  return (targets, outputs) => {
    const error = tf.abs(tf.sub(outputs, targets));
    // Half the square of what lies within delta, and the rest in proportion.
    const near = tf.minimum(error, delta);
    const far = tf.sub(error, near);
    return perSample(tf.add(tf.div(tf.square(near), 2), tf.mul(far, delta)));
  };
}

function logCosh(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const error = tf.sub(outputs, targets);
  // x + log(1 + exp(-2x)) - log(2), for |x|, which is the same and cannot overflow.
  const size = tf.abs(error);
  return tf.sub(tf.add(size, tf.log1p(tf.exp(tf.mul(size, -2)))), Math.LN2);
}

function logarithm(x: tf.Tensor): tf.Tensor {
  return tf.log(tf.add(tf.maximum(x, EPSILON), 1));
}

/** As Keras normalises: the square of the length is at least 1e-12. */
function direction(x: tf.Tensor): tf.Tensor {
  return tf.mul(x, tf.rsqrt(tf.maximum(tf.sum(tf.square(x), -1, true), 1e-12)));
}

function within(x: tf.Tensor): tf.Tensor {
  return tf.clipByValue(x, EPSILON, 1);
}

/** Targets 0 and 1 stand for -1 and 1; others are taken as they are. Keras looks at the whole batch. */
function signs(targets: tf.Tensor): tf.Tensor {
  const isBinary = tf.all(tf.logicalOr(tf.equal(targets, 0), tf.equal(targets, 1)));
  return tf.where(isBinary, tf.sub(tf.mul(targets, 2), 1), targets);
}

function hinge(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  return tf.relu(tf.sub(1, tf.mul(signs(targets), outputs)));
}

/** Each loss as Keras 3 computes it. `targets` of the sparse one are one-hot too: `targets.ts` prepares them. */
export const losses: Record<LossName, (config: LossArguments) => Loss> = {
  CategoricalCrossentropy: crossEntropy,
  SparseCategoricalCrossentropy: crossEntropy,
  BinaryCrossentropy: binaryCrossEntropy,
  CategoricalFocalCrossentropy: categoricalFocal,
  BinaryFocalCrossentropy: binaryFocal,
  MeanSquaredError: eachUnit(tf.squaredDifference),
  MeanAbsoluteError: eachUnit((targets, outputs) => tf.abs(tf.sub(outputs, targets))),
  MeanAbsolutePercentageError: eachUnit((targets, outputs) =>
    tf.mul(tf.abs(tf.div(tf.sub(targets, outputs), tf.maximum(tf.abs(targets), EPSILON))), 100),
  ),
  MeanSquaredLogarithmicError: eachUnit((targets, outputs) =>
    tf.squaredDifference(logarithm(outputs), logarithm(targets)),
  ),
  Huber: huber,
  LogCosh: eachUnit(logCosh),
  CosineSimilarity: () => (targets, outputs) =>
    perSample(tf.neg(tf.sum(tf.mul(direction(targets), direction(outputs)), -1))),
  KLDivergence: () => (targets, outputs) => {
    const wanted = within(targets);
    return perSample(tf.sum(tf.mul(wanted, tf.log(tf.div(wanted, within(outputs)))), -1));
  },
  Poisson: eachUnit((targets, outputs) => tf.sub(outputs, tf.mul(targets, tf.log(tf.add(outputs, EPSILON))))),
  Hinge: eachUnit(hinge),
  SquaredHinge: eachUnit((targets, outputs) => tf.square(hinge(targets, outputs))),
  CategoricalHinge: () => (targets, outputs) => {
    const right = tf.sum(tf.mul(targets, outputs), -1);
    const wrong = tf.max(tf.mul(tf.sub(1, targets), outputs), -1);
    return perSample(tf.relu(tf.add(tf.sub(wrong, right), 1)));
  },
};
