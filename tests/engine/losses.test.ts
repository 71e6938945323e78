import * as tf from '@tensorflow/tfjs-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { losses } from '../../src/engine/losses.ts';
import { metrics } from '../../src/engine/metrics.ts';
import { LOSS_NAMES, type LossArguments, type LossName, lossOf } from '../../src/model/losses.ts';
import { useBackend } from './on-backend.ts';

const outputs = [
  [0.7, 0.2, 0.1],
  [0, 1, 0],
  [0.3, 0.3, 0.9],
];
const logits = [
  [2, -1, 0.5],
  [30, -20, 0],
  [0, 0, 0],
];
const targets = [
  [1, 0, 0],
  [1, 0, 0],
  [0, 0, 1],
];

const logitArguments = [
  { from_logits: false, label_smoothing: 0 },
  { from_logits: true, label_smoothing: 0 },
  { from_logits: false, label_smoothing: 0.2 },
  { from_logits: true, label_smoothing: 0.1 },
];

const ARGUMENTS: Partial<Record<LossName, LossArguments[]>> = {
  CategoricalCrossentropy: logitArguments,
  SparseCategoricalCrossentropy: [{ from_logits: false }, { from_logits: true }],
  BinaryCrossentropy: logitArguments,
  CategoricalFocalCrossentropy: logitArguments.map((given) => ({ ...given, alpha: 0.4, gamma: 1.5 })),
  BinaryFocalCrossentropy: logitArguments.map((given) => ({
    ...given,
    alpha: 0.4,
    gamma: 1.5,
    apply_class_balancing: true,
  })),
  Huber: [{ delta: 1 }, { delta: 0.3 }],
};

const configs = LOSS_NAMES.flatMap((class_name) =>
  (ARGUMENTS[class_name] ?? [{}]).map((config) => ({ class_name, config })),
);

describe.each(['wasm', 'cpu'] as const)('losses on %s', (backend) => {
  beforeAll(() => useBackend(backend));

  test.each(configs)('$class_name $config equals the plain one', (loss) => {
    const rows = loss.config.from_logits ? logits : outputs;
    const given = losses[loss.class_name](loss.config)(tf.tensor(targets), tf.tensor(rows)).dataSync();
    rows.forEach((row, i) => {
      const wanted = lossOf(loss, row, targets[i]!);
      expect(Math.abs(given[i]! - wanted)).toBeLessThanOrEqual(1e-5 * Math.max(1, Math.abs(wanted)));
    });
  });

  test('a sure and wrong answer costs what is left after clipping', () => {
    const loss = losses.CategoricalCrossentropy({ from_logits: false, label_smoothing: 0 });
    expect(loss(tf.tensor([[1, 0]]), tf.tensor([[0, 1]])).dataSync()[0]).toBeCloseTo(-Math.log(1e-7), 3);
  });

  test('accuracy goes by the largest unit, or by one unit’s side of a half', () => {
    const accuracy = (targets: number[][], outputs: number[][]) => [
      ...metrics.accuracy.parts(tf.tensor(targets), tf.tensor(outputs))[0]!.dataSync(),
    ];
    expect(accuracy(targets, outputs)).toEqual([1, 0, 1]);
    expect(accuracy([[1], [0], [1]], [[0.6], [0.6], [0.5]])).toEqual([1, 0, 0]);
  });
});
