import * as tf from '@tensorflow/tfjs-core';
import type { Shape } from '../base/tensor.ts';
import type { ModelDocument } from '../model/document.ts';
import { figureNames, type Head, headsOf } from '../model/heads.ts';
import type { Network } from '../model/network.ts';
import { losses } from './losses.ts';
import { type Metric, metrics } from './metrics.ts';

/**
 * What is measured of each batch. Its parts are values of each sample, whose means over a batch or an epoch `finish`
 * turns into the figures of Keras's history.
 */
export interface Objective {
  /** The outputs that are measured, in order. */
  readonly outputs: readonly string[];
  /** Names of the figures: the loss first. */
  readonly names: readonly string[];
  readonly parts: number;
  /** Loss of each sample, `[batch]`; of several outputs the weighted sum. Targets and outputs in the outputs' order. */
  loss(targets: readonly tf.Tensor[], outputs: readonly tf.Tensor[]): tf.Tensor1D;
  /** Every part but the loss: each one of them, `[batch]`, or several, `[batch, n]`. */
  others(targets: readonly tf.Tensor[], outputs: readonly tf.Tensor[]): readonly tf.Tensor[];
  /** The figures from the means of the parts. */
  finish(means: readonly number[]): number[];
  /** Of each output, whether it gives logits, of which a softmax or sigmoid makes probabilities. */
  readonly fromLogits: readonly boolean[];
}

/** A metric of one head. */
interface Figure {
  readonly head: number;
  readonly metric: Metric;
  readonly parts: number;
}

type Measured = Pick<Network, 'outputs' | 'byName'>;

/** In the order of `figureNames`, the loss left out. */
function figuresOf(heads: readonly Head[], { byName }: Measured): Figure[] {
  return heads.flatMap(({ output, loss, metrics: names }, head) => {
    const { outputShape } = byName.get(output)!;
    const own = { parts: (t: tf.Tensor, o: tf.Tensor) => [losses[loss.class_name](loss.config)(t, o)] };
    const measured = [...(heads.length > 1 ? [own] : []), ...names.map((name) => metrics[name])];
    return measured.map((metric) => ({ head, metric, parts: countOf(metric, outputShape) }));
  });
}

/** How many parts there are shows on one sample of any values. */
function countOf(metric: Metric, shape: Shape): number {
  return tf.tidy(() => {
    const sample = tf.zeros([1, ...shape]);
    return metric.parts(sample, sample).reduce((total, { size }) => total + size, 0);
  });
}

export function createObjective(
  compile: NonNullable<ModelDocument['compile']>,
  network: Measured,
): Objective {
  const { outputs } = network;
  const heads = headsOf(compile, outputs);
  const figures = figuresOf(heads, network);
  return {
    outputs,
    names: figureNames(heads),
    parts: 1 + figures.reduce((total, { parts }) => total + parts, 0),
    loss(targets, given) {
      const all = heads.map(({ loss, weight }, at) => {
        const value = losses[loss.class_name](loss.config)(targets[at]!, given[at]!);
        return weight === 1 ? value : tf.mul<tf.Tensor1D>(value, weight);
      });
      return all.length === 1 ? all[0]! : tf.addN(all);
    },
    others: (targets, given) =>
      figures.flatMap(({ head, metric }) => metric.parts(targets[head]!, given[head]!)),
    finish(means) {
      let next = 1;
      const finished = figures.map(({ metric, parts }) => {
        const own = means.slice(next, next + parts);
        next += parts;
        return metric.finish ? metric.finish(own) : own[0]!;
      });
      return [means[0]!, ...finished];
    },
    fromLogits: heads.map(({ loss }) => loss.config.from_logits ?? false),
  };
}
