import { createSeries, type Series } from '../../scene/charts/series.ts';
import { createValues, type Values } from '../../scene/charts/values.ts';
import type { RunState } from '../../stores/state.ts';

/** One metric of a run: of every batch, and by epoch in training and validation. */
export interface RunSeries {
  readonly batches: Values;
  readonly epochs: Series;
  readonly validation: Series;
  /** Takes in what the run has gained since the last call. */
  update(run: RunState): void;
}

/** Follows the history of one run without ever going through what it has already seen. */
export function createRunSeries(metric: string): RunSeries {
  const batches = createValues();
  const epochs = createSeries();
  const validation = createSeries();
  let seenBatches = 0;
  let seenEpochs = 0;
  return {
    batches,
    epochs,
    validation,
    update(run) {
      for (; seenBatches < run.batches.length; seenBatches++) {
        const record = run.batches[seenBatches]!;
        batches.push(record.step, record[metric] ?? Number.NaN);
      }
      for (; seenEpochs < run.epochs.length; seenEpochs++) {
        const record = run.epochs[seenEpochs]!;
        epochs.push(record.epoch, record[metric] ?? Number.NaN);
        validation.push(record.epoch, record[`val_${metric}`] ?? Number.NaN);
      }
    },
  };
}
