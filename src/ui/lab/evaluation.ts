import { createStore, type StoreApi } from 'zustand/vanilla';
import { datasetOf } from '../../model/datasets/registry.ts';
import type { Mistake, Predictions } from '../../scope/scope.ts';
import { attempt, type Kernelscope } from '../context.ts';
import type { Cell } from './confusion-table.tsx';

interface EvaluationState {
  readonly busy: boolean;
  /** `counts[truth][prediction]`; undefined: not evaluated yet. */
  readonly counts: readonly (readonly number[])[] | undefined;
  /** What else was measured, by name. */
  readonly figures: Readonly<Record<string, number>> | undefined;
  /** Where the targets are numbers. */
  readonly numbers: Predictions | undefined;
  /** Whose pictures are open: of a cell, or of all mistakes. */
  readonly open: { readonly cell: Cell | undefined; readonly mistakes: readonly Mistake[] } | undefined;
}

export interface Evaluation extends StoreApi<EvaluationState> {
  evaluate(): void;
  /** Opens the pictures of a cell, or of all mistakes; closes them where they are open. */
  choose(cell: Cell | undefined): void;
}

const NOTHING = { counts: undefined, figures: undefined, numbers: undefined, open: undefined };

function createEvaluation(app: Kernelscope): Evaluation {
  const { scope, stores } = app;
  const store = createStore<EvaluationState>(() => ({ busy: false, ...NOTHING }));
  const evaluate = () =>
    void attempt(app, async () => {
      store.setState({ busy: true });
      const { runId } = stores.run.getState();
      try {
        const { confusion, ...figures } = await scope.evaluate({ split: 'test' });
        const { target } = datasetOf(stores.document.getState().document.dataset);
        const numbers = target.type === 'numbers' ? await scope.predictions({ split: 'test' }) : undefined;
        if (runId !== stores.run.getState().runId) return;
        store.setState({
          counts: Array.isArray(confusion) ? confusion : [],
          figures: figures as Record<string, number>,
          numbers,
          open: undefined,
        });
      } finally {
        store.setState({ busy: false });
      }
    });
  stores.run.subscribe(({ runId }, before) => {
    // Another run: what was counted is no longer about the weights in hand.
    if (runId !== before.runId) store.setState(NOTHING);
  });
  scope.on('trained', ({ stopped }) => {
    if (stopped === 'finished') evaluate();
  });
  return {
    ...store,
    evaluate,
    choose(cell) {
      void attempt(app, async () => {
        const { counts, open } = store.getState();
        const again = open && open.cell?.truth === cell?.truth && open.cell?.predicted === cell?.predicted;
        const mistakes = again ? [] : await scope.mistakes({ split: 'test', ...cell });
        // Counted anew meanwhile.
        if (counts !== store.getState().counts) return;
        store.setState({ open: again ? undefined : { cell, mistakes } });
      });
    },
  };
}

const evaluations = new WeakMap<object, Evaluation>();

/** The evaluation of a page, which outlives the panel that shows it. */
export function evaluationOf(app: Kernelscope): Evaluation {
  const known = evaluations.get(app.stores) ?? createEvaluation(app);
  evaluations.set(app.stores, known);
  return known;
}
