import { createStore, type StoreApi } from 'zustand/vanilla';
import type { BatchRecord, EpochRecord, Health, Moment, Progress } from '../engine/engine.ts';
import type { RunState } from './state.ts';

export interface RunStore extends StoreApi<RunState> {
  /** A new run: no history. */
  begin(runId: number): void;
  /** Adds to the history in place: the cost does not grow with its length. */
  appendBatches(records: readonly BatchRecord[], progress: Progress): void;
  appendEpoch(record: EpochRecord): void;
  appendMoment(moment: Moment): void;
  setHealth(health: Health): void;
}

export function createRunStore(): RunStore {
  let batches: BatchRecord[] = [];
  let epochs: EpochRecord[] = [];
  const empty = (runId: number, version: number): RunState => {
    batches = [];
    epochs = [];
    const nothing = { progress: undefined, stopped: undefined, health: undefined };
    return { runId, status: 'idle', batches, epochs, moments: [], version, ...nothing };
  };
  const store = createStore<RunState>(() => empty(0, 0));
  return {
    ...store,
    begin(runId) {
      store.setState((state) => empty(runId, state.version + 1));
    },
    appendBatches(records, progress) {
      for (const record of records) batches.push(record);
      store.setState((state) => ({ version: state.version + 1, progress }));
    },
    appendEpoch(record) {
      epochs.push(record);
      store.setState((state) => ({ version: state.version + 1 }));
    },
    appendMoment(moment) {
      store.setState(({ version, moments }) => ({ version: version + 1, moments: [...moments, moment] }));
    },
    setHealth(health) {
      store.setState({ health });
    },
  };
}

/** The last of a figure of the history (`loss`, `val_accuracy`): of an epoch where one has it, else of a batch. */
export function lastOfRun(
  { epochs, batches }: Pick<RunState, 'epochs' | 'batches'>,
  name: string,
): number | undefined {
  return epochs.at(-1)?.[name] ?? batches.at(-1)?.[name];
}
