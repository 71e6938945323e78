import * as tf from '@tensorflow/tfjs-core';
import type { ModelDocument } from '../model/document.ts';

type LossConfig = NonNullable<ModelDocument['compile']>['loss'];

/** Keras's `backend.epsilon()`: probabilities are clipped to [1e-7, 1 - 1e-7] before their logarithm. */
const EPSILON = 1e-7;

/** Loss of each sample, `[batch]`, from `targets` and `outputs`, both `[batch, …, unit]`; means over the axes between. */
export type Loss = (targets: tf.Tensor, outputs: tf.Tensor) => tf.Tensor1D;

function perSample(values: tf.Tensor): tf.Tensor1D {
  return tf.mean(tf.reshape(values, [values.shape[0]!, -1]), 1);
}

function clip(probabilities: tf.Tensor): tf.Tensor {
  return tf.clipByValue(probabilities, EPSILON, 1 - EPSILON);
}

/** -log of the probability of each class: of probabilities, made to add up to 1 and clipped as Keras does, or of logits. */
function negativeLog(outputs: tf.Tensor, fromLogits: boolean): tf.Tensor {
  if (fromLogits) return tf.neg(tf.logSoftmax(outputs));
  return tf.neg(tf.log(clip(tf.div(outputs, tf.sum(outputs, -1, true)))));
}

function crossEntropy(config: LossConfig['config']): Loss {
  const { from_logits: fromLogits, label_smoothing: smoothing } = config;
  return (targets, outputs) => {
    const classes = outputs.shape[outputs.rank - 1]!;
    const smoothed = smoothing > 0 ? tf.add(tf.mul(targets, 1 - smoothing), smoothing / classes) : targets;
    return perSample(tf.sum(tf.mul(smoothed, negativeLog(outputs, fromLogits)), -1));
  };
}

function binaryCrossEntropy(config: LossConfig['config']): Loss {
  const { from_logits: fromLogits, label_smoothing: smoothing } = config;
  return (targets, outputs) => {
    const wanted = smoothing > 0 ? tf.add(tf.mul(targets, 1 - smoothing), smoothing / 2) : targets;
    if (fromLogits) {
      // max(x, 0) - x * z + log(1 + exp(-|x|)), which cannot overflow.
      const tail = tf.log1p(tf.exp(tf.neg(tf.abs(outputs))));
      return perSample(tf.add(tf.sub(tf.relu(outputs), tf.mul(outputs, wanted)), tail));
    }
    const probability = clip(outputs);
    const positive = tf.mul(wanted, tf.log(probability));
    const negative = tf.mul(tf.sub(1, wanted), tf.log(tf.sub(1, probability)));
    return perSample(tf.neg(tf.add(positive, negative)));
  };
}

/** Each loss as Keras 3 computes it. `targets` of the sparse one are one-hot too: `targets.ts` prepares them. */
export const losses: Record<LossConfig['class_name'], (config: LossConfig['config']) => Loss> = {
  CategoricalCrossentropy: crossEntropy,
  SparseCategoricalCrossentropy: crossEntropy,
  BinaryCrossentropy: binaryCrossEntropy,
  MeanSquaredError: () => (targets, outputs) => perSample(tf.squaredDifference(targets, outputs)),
};
