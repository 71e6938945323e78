import * as tf from '@tensorflow/tfjs-core';
import type { MetricName } from '../model/metrics.ts';

/** Value of each sample, `[batch]`; a batch's or an epoch's metric is their mean. */
export type Metric = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor1D;

/**
 * Keras's `accuracy`, which it resolves by the output's shape: with one unit, whether the output's side of 0.5 is
 * the target (binary); else whether both have their maximum in the same place (categorical; sparse is the same
 * with one-hot targets).
 */
const accuracy: Metric = (targets, outputs) => {
  const units = outputs.shape[outputs.rank - 1]!;
  const hits =
    units === 1
      ? tf.equal(targets, tf.cast(tf.greater(outputs, 0.5), 'float32'))
      : tf.equal(tf.argMax(targets, -1), tf.argMax(outputs, -1));
  return tf.mean(tf.reshape(tf.cast(hits, 'float32'), [outputs.shape[0]!, -1]), 1);
};

/** Every metric, by the name under which Keras keeps it in its history. */
export const metrics: Record<MetricName, Metric> = { accuracy };
