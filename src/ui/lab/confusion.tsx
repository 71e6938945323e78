import { lazy, memo, type ReactElement, Suspense } from 'react';
import { useStore } from 'zustand/react';
import { datasetOf } from '../../model/datasets/registry.ts';
import { labelsOf } from '../../model/datasets/target.ts';
import { formatCount, formatNumber, formatPercent } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';
import { spokenDataset } from '../../text/names.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { type Cell, ConfusionTable } from './confusion-table.tsx';
import { evaluationOf } from './evaluation.ts';
import { Mistakes } from './mistakes.tsx';

const NumberErrors = lazy(async () => ({ default: (await import('./number-errors.tsx')).NumberErrors }));

/** What is said where there is no confusion matrix: of heads, how often they are right. */
function measuredText(
  type: 'numbers' | 'heads',
  figures: Readonly<Record<string, number>> | undefined,
): string {
  if (!figures) return type === 'numbers' ? page.confusion.noneOfNumbers : page.confusion.noneOfHeads;
  const right = Object.entries(figures).flatMap(([name, value]) =>
    name.endsWith('accuracy') ? [value] : [],
  );
  const mean = right.reduce((sum, value) => sum + value, 0) / right.length;
  return right.length > 0
    ? page.confusion.heads(formatPercent(mean))
    : page.confusion.loss(formatNumber(figures.loss!));
}

/** How the model does on pictures that it was never trained with: on demand, and when a run has ended. */
export const Confusion = memo(function Confusion({ blocked }: { readonly blocked: boolean }): ReactElement {
  const app = useKernelscope();
  const evaluation = evaluationOf(app);
  const { busy, counts = [], figures, numbers, open } = useStore(evaluation);
  const { evaluate, choose } = evaluation;
  const definition = useDocument((state) => datasetOf(state.document.dataset));
  const classes = labelsOf(spokenDataset(definition));
  const { type } = definition.target;
  const heading = definition.shape.length === 3 ? page.confusion.title : page.confusion.titleOfSamples;
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
    <section className="confusion" aria-label={heading}>
      <div className="confusion-head">
        <h2 className="section-title">{heading}</h2>
        <Button look="quiet" disabled={blocked || busy} onClick={evaluate}>
          {busy ? page.confusion.evaluating : page.confusion.evaluate}
        </Button>
      </div>
      {numbers && (
        <Suspense>
          <NumberErrors numbers={numbers} definition={definition} />
        </Suspense>
      )}
      <div className="confusion-result" hidden={numbers !== undefined}>
        <p role="status">
          {total > 0
            ? page.confusion.result(formatCount(right), formatCount(total), formatPercent(right / total))
            : type === 'classes'
              ? page.confusion.none
              : measuredText(type, figures)}
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
});
