import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, test } from 'vitest';
import { losses } from '../../src/engine/losses.ts';
import { metrics } from '../../src/engine/metrics.ts';
import { lossSchema } from '../../src/model/losses.ts';
import { metricSchema } from '../../src/model/metrics.ts';
import { parseWith } from '../../src/model/schema/parse.ts';
import { useBackend } from '../engine/on-backend.ts';
import { expectClose, expectNumber, FORWARD, GRADIENT } from './compare.ts';
import { readCases } from './files.ts';
import { read, type WrittenTensor } from './fixture.ts';
import { fromBackend, onBackend, targetsOnBackend } from './tensors.ts';

interface LossCase {
  readonly name: string;
  readonly loss: unknown;
  readonly targets: WrittenTensor;
  readonly outputs: WrittenTensor;
  /** The mean over everything. */
  readonly value: number;
  readonly gradient: WrittenTensor;
}

interface MetricCase {
  readonly name: string;
  readonly metric: unknown;
  readonly batches: readonly { readonly targets: WrittenTensor; readonly outputs: WrittenTensor }[];
  /** After each batch, over all so far. */
  readonly results: readonly number[];
}

/** Losses and metrics of the fixtures, on one of tfjs's backends. */
export function describeMeasures(backend: 'cpu' | 'wasm'): void {
  beforeAll(() => useBackend(backend));

  describe('loss', () => {
    test.each(readCases<LossCase>('measures/losses'))(`$name (${backend})`, (lossCase) => {
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
    });
  });

  describe('metric', () => {
    test.each(readCases<MetricCase>('measures/metrics'))(`$name (${backend})`, (metricCase) => {
      const { parts, finish } = metrics[parseWith(metricSchema, metricCase.metric)];
      const sums: number[] = [];
      metricCase.batches.forEach((batch, position) => {
        tf.tidy(() => {
          const outputs = onBackend(read(batch.outputs));
          const targets = targetsOnBackend(read(batch.targets), outputs.shape);
          for (const [part, values] of parts(targets, outputs).entries()) {
            sums[part] = (sums[part] ?? 0) + tf.mean(values).dataSync()[0]!;
          }
        });
        const means = sums.map((sum) => sum / (position + 1));
        const result = finish ? finish(means) : means[0]!;
        expectNumber(result, metricCase.results[position]!, FORWARD, `batch ${position + 1}`);
      });
    });
  });
}
