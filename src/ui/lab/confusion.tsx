import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { findDataset } from '../../model/datasets/registry.ts';
import { formatCount, formatPercent } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { type Cell, ConfusionTable } from './confusion-table.tsx';
import { evaluationOf } from './evaluation.ts';
import { Mistakes } from './mistakes.tsx';

/** How the model does on pictures that it was never trained with: on demand, and when a run has ended. */
export function Confusion({ blocked }: { readonly blocked: boolean }): ReactElement {
  const app = useKernelscope();
  const evaluation = evaluationOf(app);
  const { busy, counts = [], open } = useStore(evaluation);
  const { evaluate, choose } = evaluation;
  const classes = useDocument((state) => findDataset(state.document.dataset.name)?.classes);
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
