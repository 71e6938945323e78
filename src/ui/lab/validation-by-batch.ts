import { batchSizeOf } from '../../model/batch-size.ts';
import { trainedOf } from '../../model/datasets/split.ts';
import type { ModelDocument } from '../../model/document.ts';
import type { Series } from '../../scene/charts/series.ts';

/** Batches of an epoch: `validation_split` keeps the last rows aside, and a short last batch is trained. */
export function batchesPerEpoch(document: ModelDocument): number {
  const { dataset, fit } = document;
  return Math.max(1, Math.ceil(trainedOf(dataset.train, fit.validation_split) / batchSizeOf(document)));
}

/** A series by epoch on the axis of the batches: each value at the last batch of its epoch. */
export function byBatch(epochs: Series, batches: number): Series {
  return {
    length: epochs.length,
    min: epochs.min,
    max: epochs.max,
    mean: epochs.mean,
    latest: epochs.latest,
    span: epochs.span * batches,
    // The middle of a bucket, `first + (at + 0.5) * span - 0.5`, falls on the batch that ends its epoch.
    first: (epochs.first - 0.5) * batches + 0.5,
    last: epochs.last * batches,
  };
}
