import * as tf from '@tensorflow/tfjs-core';
import type { Backends } from './backend.ts';
import { type BatchSource, disposeBatch, makeBatch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import type { Metrics, Outcome } from './engine.ts';
import type { Objective } from './objective.ts';
import { regularization } from './regularize.ts';

export interface Measured {
  readonly metrics: Metrics;
  /** What each output gives, row by row; probabilities where it is logits that the loss takes. */
  readonly outputs: readonly Float32Array[];
}

/** The probabilities of logits: of a single unit its sigmoid. */
function probabilities(logits: tf.Tensor): tf.Tensor {
  return logits.shape.at(-1) === 1 ? tf.sigmoid(logits) : tf.softmax(logits);
}

/**
 * Means of loss and metrics over rows `from` to `to` (exclusive), batch by batch, without training. `between` is
 * awaited after each batch, so that other work gets its turn.
 */
export async function measure(
  model: BuiltModel,
  objective: Objective,
  source: BatchSource,
  [from, to]: readonly [number, number],
  backends: Backends,
  between: () => Promise<void>,
): Promise<Measured> {
  const sums = new Array<number>(objective.parts).fill(0);
  let penalties = 0;
  const outputs = source.targets.map(({ size }) => new Float32Array((to - from) * size));
  for (let start = from; start < to; start += source.batchSize) {
    const count = Math.min(source.batchSize, to - start);
    const batch = makeBatch(
      source,
      Array.from({ length: count }, (_, place) => start + place),
    );
    const results = tf.tidy(() => {
      const layers = model.forward(batch.inputs);
      const given = objective.outputs.map((name) => layers.get(name)!.output);
      const penalty = regularization(model, layers, batch) ?? tf.scalar(0);
      const loss = objective.loss(batch.targets, given);
      const shown = given.map((output, head) =>
        objective.fromLogits[head] ? probabilities(output) : output,
      );
      return [loss, ...objective.others(batch.targets, given), penalty, ...shown];
    });
    try {
      const values = await backends.read(results);
      const shown = values.splice(values.length - outputs.length);
      const [penalty] = values.pop()!;
      let part = 0;
      for (const own of values) {
        // A sample's values of a part, of which there may be several, stand together.
        const width = own.length / source.batchSize;
        for (let at = 0; at < count * width; at++) sums[part + (at % width)]! += own[at]!;
        part += width;
      }
      penalties += penalty! * count;
      outputs.forEach((all, head) => {
        const { size } = source.targets[head]!;
        all.set(shown[head]!.subarray(0, count * size), (start - from) * size);
      });
    } finally {
      tf.dispose(results);
      disposeBatch(batch);
    }
    await between();
  }
  const means = sums.map((sum, part) => (sum + (part === 0 ? penalties : 0)) / (to - from));
  const figures = objective.finish(means);
  const metrics = Object.fromEntries(objective.names.map((name, figure) => [name, figures[figure]!]));
  return { metrics, outputs };
}

/** What the first output makes of each row; none where it does not tell classes apart. */
export function outcomesOf(
  { rows, targets: [targets] }: BatchSource,
  [output]: readonly Float32Array[],
): Outcome[] {
  const { size, head } = targets!;
  // Several targets a sample are numbers or heads.
  if (rows.targets.length > rows.count || (head.oneHot === undefined && !head.binary)) return [];
  return Array.from({ length: rows.count }, (_, index) => {
    const truth = rows.targets[index]!;
    const units = output!.subarray(index * size, (index + 1) * size);
    if (head.binary) {
      const [likely] = units as unknown as [number];
      const prediction = likely > 0.5 ? 1 : 0;
      return { index, truth, prediction, confidence: prediction === 1 ? likely : 1 - likely };
    }
    const confidence = units.reduce((most, value) => Math.max(most, value), -Infinity);
    return { index, truth, prediction: units.indexOf(confidence), confidence };
  });
}

/** `confusion[truth][prediction]` counts; empty without outcomes. */
export function confusionOf(outcomes: readonly Outcome[], classes: number): number[][] {
  if (outcomes.length === 0) return [];
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { truth, prediction } of outcomes) {
    const truths = counts[truth];
    if (truths && prediction < classes) truths[prediction]!++;
  }
  return counts;
}
