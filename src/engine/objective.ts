import type * as tf from '@tensorflow/tfjs-core';
import type { ModelDocument } from '../model/document.ts';
import { type Loss, losses } from './losses.ts';
import { type Metric, metrics } from './metrics.ts';

/** What is measured of each batch: the loss first, then the metrics, with the names of Keras's history. */
export interface Objective {
  readonly names: readonly string[];
  readonly loss: Loss;
  readonly metrics: readonly Metric[];
  /** Whether the model's outputs are logits, of which a softmax makes probabilities. */
  readonly fromLogits: boolean;
}

export function createObjective(compile: NonNullable<ModelDocument['compile']>): Objective {
  return {
    names: ['loss', ...compile.metrics],
    loss: losses[compile.loss.class_name](compile.loss.config),
    metrics: compile.metrics.map((name) => metrics[name]),
    fromLogits: compile.loss.config.from_logits,
  };
}

/** Loss and metrics of each sample, `[batch]` each. */
export function figuresOf(
  { loss, metrics }: Objective,
  targets: tf.Tensor,
  outputs: tf.Tensor,
): tf.Tensor1D[] {
  return [loss(targets, outputs), ...metrics.map((metric) => metric(targets, outputs))];
}
