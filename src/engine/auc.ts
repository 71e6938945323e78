import * as tf from '@tensorflow/tfjs-core';

/** Thresholds, evenly from 0 to 1, of which the lowest takes everything and the highest nothing. Keras's default. */
const THRESHOLDS = 200;

/**
 * For each sample `[batch, 2 * 200]`: how many of its units have an output just above each threshold, as shares of the
 * units; first of those whose target is not 0, then of the others.
 */
export function unitsByThreshold(targets: tf.Tensor, outputs: tf.Tensor): tf.Tensor {
  const samples = outputs.shape[0]!;
  const bucket = tf.relu(tf.sub(tf.ceil(tf.mul(outputs, THRESHOLDS - 1)), 1));
  const found = tf.oneHot(tf.cast(tf.reshape(bucket, [samples, -1]), 'int32'), THRESHOLDS);
  const positive = tf.cast(tf.notEqual(tf.reshape(targets, [samples, -1, 1]), 0), 'float32');
  const among = (which: tf.Tensor) => tf.mean(tf.mul(which, found), 1);
  return tf.concat([among(positive), among(tf.sub(1, positive))], 1);
}

/**
 * The area under the curve of true positives' share by false positives' share, by trapezoids between thresholds: Keras's
 * AUC, from the means of `unitsByThreshold`.
 */
export function areaUnderCurve(means: readonly number[]): number {
  const shareAbove = (counts: readonly number[]) => {
    let sum = 0;
    const above = counts.toReversed().map((count) => {
      sum += count;
      return sum;
    });
    return above.toReversed().map((count) => (sum > 0 ? count / sum : 0));
  };
  const hits = shareAbove(means.slice(0, THRESHOLDS));
  const alarms = shareAbove(means.slice(THRESHOLDS));
  let area = 0;
  for (let at = 1; at < THRESHOLDS; at++) {
    area += ((alarms[at - 1]! - alarms[at]!) * (hits[at - 1]! + hits[at]!)) / 2;
  }
  return area;
}
