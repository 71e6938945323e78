import type { ModelDocument } from '../model/document.ts';
import type { EpochRecord } from './engine.ts';

type EarlyStoppingConfig = ModelDocument['fit']['callbacks'][number]['config'];

/** Keras's EarlyStopping, told the record of each epoch. */
export interface EarlyStopping {
  /** `best`: these weights are the best so far and are to be kept; `stop`: the run ends. */
  observe(record: EpochRecord): { readonly best: boolean; readonly stop: boolean };
  /** Whether the best weights are to be put back at the end. */
  readonly restores: boolean;
}

export function createEarlyStopping(config: EarlyStoppingConfig): EarlyStopping {
  const { monitor, patience, baseline, start_from_epoch: startFrom } = config;
  // `auto` goes by the name, as Keras does by the metric's own direction.
  const direction =
    config.mode === 'max' || (config.mode === 'auto' && monitor.endsWith('accuracy')) ? 1 : -1;
  const delta = Math.abs(config.min_delta);
  const improves = (value: number, than: number) => direction * (value - than) > delta;
  let best: number | undefined;
  let waited = 0;
  return {
    restores: config.restore_best_weights,
    observe(record) {
      const value = record[monitor];
      if (value === undefined || record.epoch - 1 < startFrom) return { best: false, stop: false };
      const isBest = best === undefined || improves(value, best);
      waited++;
      if (isBest) {
        best = value;
        // With a baseline, only beating it starts the patience anew.
        if (baseline === null || improves(value, baseline)) waited = 0;
      }
      return { best: isBest, stop: !isBest && waited >= patience && record.epoch > 1 };
    },
  };
}
