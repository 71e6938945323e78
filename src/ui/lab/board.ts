import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Moment } from '../../engine/engine.ts';
import type { ModelDocument } from '../../model/document.ts';
import type { RunState } from '../../stores/state.ts';
import type { Stores } from '../../stores/stores.ts';
import { createRunSeries, type RunSeries } from './series-of-run.ts';

export type Metric = 'loss' | 'accuracy';

/** How many runs stay beside the one in hand. */
const DEPTH = 5;

/** What is kept of a run for its curves. */
export interface RunCurves {
  readonly runId: number;
  /** Counts the runs that have trained, from 1. */
  readonly number: number;
  /** What it was trained with. */
  readonly document: ModelDocument;
  readonly series: Readonly<Record<Metric, RunSeries>>;
  readonly moments: readonly Moment[];
}

interface BoardState {
  readonly current: RunCurves;
  /** The runs before, the latest last. */
  readonly past: readonly RunCurves[];
  /** Numbers of runs whose curves are not shown. */
  readonly hidden: ReadonlySet<number>;
}

export interface Board extends StoreApi<BoardState> {
  show(number: number, shown: boolean): void;
  forget(number: number): void;
}

function begin(run: RunState, number: number, document: ModelDocument): RunCurves {
  const series = { loss: createRunSeries('loss'), accuracy: createRunSeries('accuracy') };
  return { runId: run.runId, number, document, series, moments: [] };
}

function hasTrained({ series }: RunCurves): boolean {
  return series.loss.batches.length > 0;
}

export function createBoard({ run, document }: Pick<Stores, 'run' | 'document'>): Board {
  const store = createStore<BoardState>(() => ({
    current: begin(run.getState(), 1, document.getState().document),
    past: [],
    hidden: new Set(),
  }));

  function follow(): void {
    const state = run.getState();
    let { current, past } = store.getState();
    if (state.runId !== current.runId) {
      const done = hasTrained(current);
      if (done) past = [...past, current].slice(-DEPTH);
      current = begin(state, current.number + (done ? 1 : 0), document.getState().document);
    }
    for (const series of Object.values(current.series)) series.update(state);
    // The document of a run is the one it trains with, which may be set after the run before it has ended.
    const inHand = state.status === 'idle' ? current.document : document.getState().document;
    if (current.document !== inHand || current.moments !== state.moments)
      current = { ...current, document: inHand, moments: state.moments };
    const before = store.getState();
    if (current !== before.current || past !== before.past) store.setState({ current, past });
  }

  follow();
  run.subscribe(follow);
  return {
    ...store,
    show: (number, shown) =>
      store.setState(({ hidden }) => {
        const next = new Set(hidden);
        if (shown) next.delete(number);
        else next.add(number);
        return { hidden: next };
      }),
    forget: (number) =>
      store.setState(({ past }) => ({ past: past.filter((entry) => entry.number !== number) })),
  };
}

const boards = new WeakMap<Stores, Board>();

/** The board of a page, which outlives the panel that shows it. */
export function boardOf(stores: Stores): Board {
  const known = boards.get(stores) ?? createBoard(stores);
  boards.set(stores, known);
  return known;
}
