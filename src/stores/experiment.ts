import { createStore, type StoreApi } from 'zustand/vanilla';

/** What one model of an experiment reached on the test split: `loss` and the metrics by Keras's names. */
export interface Score {
  readonly seed: number;
  readonly loss: number;
  readonly [metric: string]: number;
}

/** The same model trained from several seeds. */
export interface ExperimentState {
  readonly status: 'idle' | 'running';
  /** Models that it is about. */
  readonly repeats: number;
  /** In the order of their seeds; those that are done. */
  readonly scores: readonly Score[];
  /** How far the model in hand is, 0 to 1. */
  readonly share: number;
  /** `keyOf` the document; empty before the first experiment. */
  readonly key: string;
}

export function createExperimentStore(): StoreApi<ExperimentState> {
  return createStore<ExperimentState>(() => ({ status: 'idle', repeats: 0, scores: [], share: 0, key: '' }));
}
