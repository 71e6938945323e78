import { createStore, type StoreApi } from 'zustand/vanilla';
import type { EpochRecord, Metrics, Numbers } from '../engine/engine.ts';
import type { Merit } from '../model/best-of-models.ts';
import type { ModelDocument } from '../model/document.ts';
import type { Weights } from '../model/trace.ts';

/** One model of a comparison, trained and evaluated. */
export interface ComparedModel {
  readonly document: ModelDocument;
  readonly params: number;
  /** That its training took. */
  readonly seconds: number;
  readonly epochs: readonly EpochRecord[];
  /** On the test split. */
  readonly metrics: Metrics;
  /** Share of the test samples whose class is right, where the model tells classes apart. */
  readonly right?: number;
  /** Where the targets are numbers: what was predicted, and what was true, of every test sample. */
  readonly numbers?: Numbers;
  readonly weights: Weights;
  /** The training met NaN or Infinity. */
  readonly broken?: true;
}

/** Several models trained on the same data with the same seed, one after another. */
export interface ComparisonState {
  readonly status: 'idle' | 'running';
  /** Those that it is about, in order. */
  readonly documents: readonly ModelDocument[];
  /** Those that are done, by `keyOf` their document and the epochs asked for. */
  readonly done: ReadonlyMap<string, ComparedModel>;
  /** The keys of `documents`. */
  readonly keys: readonly string[];
  /** The key of the one that trains now, and its epochs so far. */
  readonly training: { readonly key: string; readonly epochs: readonly EpochRecord[] } | undefined;
  /** How far that one is, 0 to 1. */
  readonly share: number;
}

const NONE: ComparisonState = {
  status: 'idle',
  documents: [],
  done: new Map(),
  keys: [],
  training: undefined,
  share: 0,
};

export function createComparisonStore(): StoreApi<ComparisonState> {
  return createStore<ComparisonState>(() => NONE);
}

/** Those that are done, in the order of the documents. */
export function doneModels({ keys, done }: Pick<ComparisonState, 'keys' | 'done'>): ComparedModel[] {
  return keys.flatMap((key) => done.get(key) ?? []);
}

/** What a model is ranked by. */
export function meritOf({ numbers, right, metrics }: ComparedModel): Merit {
  if (numbers) return { type: 'error', value: numbers.errors.mean_absolute_error };
  if (right !== undefined) return { type: 'right', value: right };
  return { type: 'loss', value: metrics.loss! };
}
