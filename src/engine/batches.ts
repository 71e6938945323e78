import * as tf from '@tensorflow/tfjs-core';
import { type Shape, sizeOf } from '../base/tensor.ts';
import type { Rows } from './data/rows.ts';
import type { Targets } from './targets.ts';

/** One batch on the backend, always of the full size; who makes it disposes of it. */
export interface Batch {
  /** `[batch, …]` */
  readonly inputs: tf.Tensor;
  /** `[batch, …]` for each of the model's outputs. */
  readonly targets: readonly tf.Tensor[];
  /** 1 for a sample, 0 for a row that only fills a short batch up, so that one set of shaders serves all batches. */
  readonly mask: tf.Tensor1D;
  /** Samples. */
  readonly count: number;
}

/** What batches are cut from. `picks` are row numbers of `rows`. */
export interface BatchSource {
  readonly rows: Rows;
  readonly shape: Shape;
  readonly targets: readonly Targets[];
  readonly batchSize: number;
}

export function makeBatch({ rows, shape, targets, batchSize }: BatchSource, picks: ArrayLike<number>): Batch {
  const size = sizeOf(shape);
  const inputs = new Float32Array(batchSize * size);
  const wanted = targets.map(({ size: units }) => new Float32Array(batchSize * units));
  const mask = new Float32Array(batchSize);
  const targetSize = rows.targets.length / rows.count;
  for (let place = 0; place < batchSize; place++) {
    // A short batch is filled up with its own first row, which is as finite as the rest of it.
    const row = picks[place] ?? picks[0]!;
    rows.read(row, inputs, place * size);
    targets.forEach((target, head) => {
      target.write(wanted[head]!, place * target.size, rows.targets, row * targetSize);
    });
    if (place < picks.length) mask[place] = 1;
  }
  return {
    inputs: tf.tensor(inputs, [batchSize, ...shape]),
    targets: targets.map((target, head) => tf.tensor(wanted[head]!, [batchSize, ...target.shape])),
    mask: tf.tensor1d(mask),
    count: picks.length,
  };
}

export function disposeBatch({ inputs, targets, mask }: Batch): void {
  tf.dispose([inputs, ...targets, mask]);
}
