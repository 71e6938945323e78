import * as tf from '@tensorflow/tfjs-core';
import type { MetricName } from '../model/metrics.ts';
import { areaUnderCurve, unitsByThreshold } from './auc.ts';
import { type Loss, losses, perSample } from './losses.ts';

/**
 * A metric of a batch or an epoch: the means over its samples of each of `parts`, `[batch]` or `[batch, n]`, of which
 * `finish` makes the number; the mean itself where there is but one.
 */
export interface Metric {
  readonly parts: (targets: tf.Tensor, outputs: tf.Tensor) => readonly tf.Tensor[];
  readonly finish?: (means: readonly number[]) => number;
}

function meanOf(value: Loss): Metric {
  return { parts: (targets, outputs) => [value(targets, outputs)] };
}

function hits(are: tf.Tensor): tf.Tensor1D {
  return perSample(tf.cast(are, 'float32'));
}

function isAbove(outputs: tf.Tensor): tf.Tensor {
  return tf.cast(tf.greater(outputs, 0.5), 'float32');
}

const binaryAccuracy: Loss = (targets, outputs) => hits(tf.equal(targets, isAbove(outputs)));

const categoricalAccuracy: Loss = (targets, outputs) =>
  hits(tf.equal(tf.argMax(targets, -1), tf.argMax(outputs, -1)));

/**
 * Keras's `accuracy`, which it resolves by the output's shape: with one unit, whether the output's side of 0.5 is
 * the target (binary); else whether both have their maximum in the same place (categorical; sparse is the same
 * with one-hot targets).
 */
const accuracy: Loss = (targets, outputs) =>
  outputs.shape.at(-1) === 1 ? binaryAccuracy(targets, outputs) : categoricalAccuracy(targets, outputs);

/** Classes among which the right one may be, Keras's default. */
const TOP_K = 5;

/** Whether fewer than `TOP_K` outputs are above that of the right class. */
const topK: Loss = (targets, outputs) => {
  const right = tf.sum(tf.mul(targets, outputs), -1, true);
  const above = tf.sum(tf.cast(tf.greater(outputs, right), 'float32'), -1);
  return hits(tf.less(above, TOP_K));
};

/** Hits among all that are `counted`: what was predicted (precision), or what is true (recall). */
function share(counted: (targets: tf.Tensor, predicted: tf.Tensor) => tf.Tensor): Metric {
  return {
    parts(targets, outputs) {
      const predicted = isAbove(outputs);
      return [perSample(tf.mul(targets, predicted)), perSample(counted(targets, predicted))];
    },
    finish: ([hits = 0, all = 0]) => (all > 0 ? hits / all : 0),
  };
}

/** How much of each unit's variance the outputs explain; the mean over the units. */
const r2Score: Metric = {
  parts(targets, outputs) {
    const units = (values: tf.Tensor) => tf.reshape(values, [outputs.shape[0]!, -1]);
    const wanted = units(targets);
    return [wanted, tf.square(wanted), tf.squaredDifference(wanted, units(outputs))];
  },
  finish(means) {
    const units = means.length / 3;
    const scores = means.slice(0, units).map((mean, unit) => {
      const score = 1 - means[2 * units + unit]! / (means[units + unit]! - mean ** 2);
      return Number.isFinite(score) ? score : 0;
    });
    return scores.reduce((sum, score) => sum + score, 0) / units;
  },
};

/** Every metric, by the name under which Keras keeps it in its history. */
export const metrics: Record<MetricName, Metric> = {
  accuracy: meanOf(accuracy),
  binary_accuracy: meanOf(binaryAccuracy),
  categorical_accuracy: meanOf(categoricalAccuracy),
  sparse_categorical_accuracy: meanOf(categoricalAccuracy),
  top_k_categorical_accuracy: meanOf(topK),
  precision: share((_, predicted) => predicted),
  recall: share((targets) => targets),
  auc: { parts: (targets, outputs) => [unitsByThreshold(targets, outputs)], finish: areaUnderCurve },
  mean_squared_error: meanOf(losses.MeanSquaredError({})),
  root_mean_squared_error: {
    ...meanOf(losses.MeanSquaredError({})),
    finish: ([mean = 0]) => Math.sqrt(mean),
  },
  r2_score: r2Score,
  mean_absolute_error: meanOf(losses.MeanAbsoluteError({})),
  mean_absolute_percentage_error: meanOf(losses.MeanAbsolutePercentageError({})),
  mean_squared_logarithmic_error: meanOf(losses.MeanSquaredLogarithmicError({})),
  // Unlike the loss of that name, Keras's metric grows with the likeness.
  cosine_similarity: meanOf((targets, outputs) => tf.neg(losses.CosineSimilarity({})(targets, outputs))),
  kl_divergence: meanOf(losses.KLDivergence({})),
  poisson: meanOf(losses.Poisson({})),
  hinge: meanOf(losses.Hinge({})),
  squared_hinge: meanOf(losses.SquaredHinge({})),
  categorical_hinge: meanOf(losses.CategoricalHinge({})),
  binary_crossentropy: meanOf(losses.BinaryCrossentropy({})),
  categorical_crossentropy: meanOf(losses.CategoricalCrossentropy({})),
  sparse_categorical_crossentropy: meanOf(losses.SparseCategoricalCrossentropy({})),
};
