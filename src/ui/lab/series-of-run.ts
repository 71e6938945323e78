import { createSeries, type Series, type SeriesRecorder } from '../../scene/charts/series.ts';
import type { RunState } from '../../stores/state.ts';

/** One metric of a run: its batches, and its epochs in training and validation, each placed at its last batch. */
export interface RunSeries {
  readonly batches: Series;
  readonly epochs: Series;
  readonly validation: Series;
  /** Takes in what the run has gained since the last call. */
  update(run: RunState): void;
}

/** Follows the history of a run without ever going through what it has already seen. */
export function createRunSeries(metric: string): RunSeries {
  let runId = -1;
  let batches: SeriesRecorder;
  let epochs: SeriesRecorder;
  let validation: SeriesRecorder;
  let seenBatches = 0;
  let seenEpochs = 0;
  const clear = () => {
    batches = createSeries();
    epochs = createSeries();
    validation = createSeries();
    seenBatches = 0;
    seenEpochs = 0;
  };
  clear();
  return {
    get batches() {
      return batches;
    },
    get epochs() {
      return epochs;
    },
    get validation() {
      return validation;
    },
    update(run) {
      if (run.runId !== runId || run.batches.length < seenBatches) clear();
      runId = run.runId;
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
