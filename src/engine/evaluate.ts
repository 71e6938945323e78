import * as tf from '@tensorflow/tfjs-core';
import type { Backends } from './backend.ts';
import { type BatchSource, disposeBatch, makeBatch } from './batches.ts';
import type { BuiltModel } from './build.ts';
import type { Metrics, Outcome } from './engine.ts';
import type { Objective } from './objective.ts';
import { regularization } from './regularize.ts';

export interface Measured {
  readonly metrics: Metrics;
  /** Row by row; `index` is the row. */
  readonly outcomes: readonly Outcome[];
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
  const outcomes: Outcome[] = [];
  for (let start = from; start < to; start += source.batchSize) {
    const count = Math.min(source.batchSize, to - start);
    const batch = makeBatch(
      source,
      Array.from({ length: count }, (_, place) => start + place),
    );
    const results = tf.tidy(() => {
      const layers = model.forward(batch.inputs);
      const outputs = objective.outputs.map((name) => layers.get(name)!.output);
      const units = tf.reshape(outputs[0]!, [source.batchSize, -1]);
      const best = tf.cast(tf.argMax(units, -1), 'float32');
      const confidence = tf.max(objective.fromLogits ? tf.softmax(units) : units, -1);
      const penalty = regularization(model, layers, batch) ?? tf.scalar(0);
      const loss = objective.loss(batch.targets, outputs);
      return [loss, ...objective.others(batch.targets, outputs), penalty, best, confidence];
    });
    try {
      const values = await backends.read(results);
      let part = 0;
      for (const own of values.slice(0, -3)) {
        // A sample's values of a part, of which there may be several, stand together.
        const width = own.length / source.batchSize;
        for (let at = 0; at < count * width; at++) sums[part + (at % width)]! += own[at]!;
        part += width;
      }
      const [penalty, best, confidence] = values.slice(-3) as [Float32Array, Float32Array, Float32Array];
      penalties += penalty[0]! * count;
      for (let place = 0; place < count; place++) {
        const index = start + place;
        const truth = source.rows.labels[index]!;
        outcomes.push({ index, truth, prediction: best[place]!, confidence: confidence[place]! });
      }
    } finally {
      tf.dispose(results);
      disposeBatch(batch);
    }
    await between();
  }
  const means = sums.map((sum, part) => (sum + (part === 0 ? penalties : 0)) / (to - from));
  const figures = objective.finish(means);
  const metrics = Object.fromEntries(objective.names.map((name, figure) => [name, figures[figure]!]));
  return { metrics, outcomes };
}

/** `confusion[truth][prediction]` counts; empty where the model has not one unit a class. */
export function confusionOf(outcomes: readonly Outcome[], classes: number): number[][] {
  const counts = Array.from({ length: classes }, () => new Array<number>(classes).fill(0));
  for (const { truth, prediction } of outcomes) {
    const truths = counts[truth];
    if (truths && prediction < classes) truths[prediction]!++;
  }
  return counts;
}
