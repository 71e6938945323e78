import { type ReactElement, useCallback, useEffect, useState } from 'react';
import { findDataset } from '../../model/datasets/registry.ts';
import { formatCount, formatPercent } from '../../scene/format.ts';
import type { Mistake } from '../../scope/scope.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { type Cell, ConfusionTable } from './confusion-table.tsx';
import { Mistakes } from './mistakes.tsx';

interface Evaluated {
  readonly counts: readonly (readonly number[])[];
  /** Undefined: no pictures are open. */
  readonly open?: { readonly cell: Cell | undefined; readonly mistakes: readonly Mistake[] } | undefined;
}

/** How the model does on pictures that it was never trained with: on demand, and when a run has ended. */
export function Confusion({ blocked }: { readonly blocked: boolean }): ReactElement {
  const app = useKernelscope();
  const { scope } = app;
  const [evaluated, setEvaluated] = useState<Evaluated>();
  const [busy, setBusy] = useState(false);
  const runId = useRun((state) => state.runId);
  const classes = useDocument((state) => findDataset(state.document.dataset.name)?.classes);

  useEffect(() => {
    // Another run: what was counted is no longer about the weights in hand.
    if (runId >= 0) setEvaluated(undefined);
  }, [runId]);

  const evaluate = useCallback(() => {
    void attempt(app, async () => {
      setBusy(true);
      try {
        const { confusion } = await scope.evaluate({ split: 'test' });
        const counts = Array.isArray(confusion) ? confusion : [];
        setEvaluated({ counts });
      } finally {
        setBusy(false);
      }
    });
  }, [app, scope]);
  useEffect(
    () =>
      scope.on('trained', ({ stopped }) => {
        if (stopped === 'finished') evaluate();
      }),
    [scope, evaluate],
  );

  /** Opens the pictures of a cell, or of all mistakes; closes them where they are open. */
  const choose = (cell: Cell | undefined) =>
    void attempt(app, async () => {
      const open = evaluated?.open;
      const again = open && open.cell?.truth === cell?.truth && open.cell?.predicted === cell?.predicted;
      const mistakes = again ? [] : await scope.mistakes({ split: 'test', ...cell });
      setEvaluated((now) => now && { ...now, open: again ? undefined : { cell, mistakes } });
    });

  const { counts = [], open } = evaluated ?? {};
  const names = classes ?? counts.map((_, at) => String(at));
  const right = counts.reduce((sum, row, at) => sum + row[at]!, 0);
  const total = counts.flat().reduce((sum, count) => sum + count, 0);
  const title = (cell: Cell | undefined) => {
    if (!cell) return lab.mistakes.all;
    const { truth, predicted } = cell;
    return truth === predicted
      ? lab.mistakes.right(names[truth]!)
      : lab.mistakes.between(names[truth]!, names[predicted]!);
  };
  return (
    <section className="confusion" aria-label={page.confusion.title}>
      <div className="confusion-head">
        <h2 className="section-title">{page.confusion.title}</h2>
        <Button look="quiet" disabled={blocked || busy} onClick={evaluate}>
          {busy ? page.confusion.evaluating : page.confusion.evaluate}
        </Button>
      </div>
      <div className="confusion-result">
        <p role="status">
          {total > 0
            ? page.confusion.result(formatCount(right), formatCount(total), formatPercent(right / total))
            : page.confusion.none}
        </p>
        {total > right && (
          <button
            type="button"
            className="mistakes-button"
            aria-expanded={open !== undefined && !open.cell}
            onClick={() => choose(undefined)}
          >
            {lab.mistakes.count(formatCount(total - right))}
          </button>
        )}
      </div>
      {total > 0 && <ConfusionTable counts={counts} names={names} chosen={open?.cell} onChoose={choose} />}
      {open && <Mistakes mistakes={open.mistakes} names={names} title={title(open.cell)} />}
    </section>
  );
}
