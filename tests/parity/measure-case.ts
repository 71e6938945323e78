import * as tf from '@tensorflow/tfjs-core';
import { losses } from '../../src/engine/losses.ts';
import { metrics } from '../../src/engine/metrics.ts';
import { lossSchema } from '../../src/model/losses.ts';
import { metricSchema } from '../../src/model/metrics.ts';
import { parseWith } from '../../src/model/schema/parse.ts';
import { expectClose, expectNumber, FORWARD, GRADIENT } from './compare.ts';
import { read, type WrittenTensor } from './fixture.ts';
import { fromBackend, onBackend, targetsOnBackend } from './tensors.ts';

export interface LossCase {
  readonly name: string;
  readonly loss: unknown;
  readonly targets: WrittenTensor;
  readonly outputs: WrittenTensor;
  /** The mean over everything. */
  readonly value: number;
  readonly gradient: WrittenTensor;
}

export interface MetricCase {
  readonly name: string;
  readonly metric: unknown;
  readonly batches: readonly { readonly targets: WrittenTensor; readonly outputs: WrittenTensor }[];
  /** After each batch, over all so far. */
  readonly results: readonly number[];
}

/** Throws where a loss or its gradient is not Keras's, on tfjs's backend in use. */
export function expectLossCase(lossCase: LossCase): void {
  const { class_name, config } = parseWith(lossSchema, lossCase.loss);
  const loss = losses[class_name](config);
  tf.tidy(() => {
    const outputs = onBackend(read(lossCase.outputs));
    const targets = targetsOnBackend(read(lossCase.targets), outputs.shape);
    const mean = (given: tf.Tensor) => tf.mean(loss(targets, given)) as tf.Scalar;
    expectNumber(mean(outputs).dataSync()[0]!, lossCase.value, FORWARD, 'value');
    const gradient = fromBackend(tf.grad(mean)(outputs));
    expectClose(gradient, read(lossCase.gradient), GRADIENT, 'gradient');
  });
}

/** Throws where a metric is not Keras's after one of the batches, on tfjs's backend in use. */
export function expectMetricCase(metricCase: MetricCase): void {
  const { parts, finish } = metrics[parseWith(metricSchema, metricCase.metric)];
  const sums: number[] = [];
  metricCase.batches.forEach((batch, position) => {
    tf.tidy(() => {
      const outputs = onBackend(read(batch.outputs));
      const targets = targetsOnBackend(read(batch.targets), outputs.shape);
      const means = parts(targets, outputs).flatMap((values) => [...tf.mean(values, 0).dataSync()]);
      means.forEach((mean, part) => {
        sums[part] = (sums[part] ?? 0) + mean;
      });
    });
    const means = sums.map((sum) => sum / (position + 1));
    const result = finish ? finish(means) : means[0]!;
    expectNumber(result, metricCase.results[position]!, FORWARD, `batch ${position + 1}`);
  });
}
