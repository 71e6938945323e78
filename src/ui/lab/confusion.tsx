import { type CSSProperties, type ReactElement, useCallback, useEffect, useState } from 'react';
import { findDataset } from '../../model/datasets/registry.ts';
import { formatCount, formatPercent } from '../../scene/format.ts';
import { page } from '../../text/page.ts';
import { attempt, useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';

type Counts = readonly (readonly number[])[];

function Table({
  counts,
  names,
}: {
  readonly counts: Counts;
  readonly names: readonly string[];
}): ReactElement {
  return (
    <table className="confusion-table">
      <caption className="spoken">{page.confusion.table}</caption>
      <thead>
        <tr>
          <td />
          {names.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {counts.map((row, truth) => {
          const total = Math.max(
            1,
            row.reduce((sum, count) => sum + count, 0),
          );
          return (
            <tr key={names[truth]}>
              <th scope="row">{names[truth]}</th>
              {row.map((count, at) => (
                <td
                  key={names[at]}
                  data-right={at === truth || undefined}
                  style={{ '--share': `${Math.round((count / total) * 40)}%` } as CSSProperties}
                >
                  {count > 0 ? formatCount(count) : ''}
                </td>
              ))}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** How the model does on pictures that it was never trained with: on demand, and when a run has ended. */
export function Confusion({ blocked }: { readonly blocked: boolean }): ReactElement {
  const app = useKernelscope();
  const [counts, setCounts] = useState<Counts>();
  const [busy, setBusy] = useState(false);
  const runId = useRun((state) => state.runId);
  const classes = useDocument((state) => findDataset(state.document.dataset.name)?.classes);

  useEffect(() => {
    // Another run: what was counted is no longer about the weights in hand.
    if (runId >= 0) setCounts(undefined);
  }, [runId]);

  const evaluate = useCallback(() => {
    void attempt(app, async () => {
      setBusy(true);
      try {
        const { confusion } = await app.scope.evaluate({ split: 'test' });
        setCounts(Array.isArray(confusion) ? (confusion as Counts) : undefined);
      } finally {
        setBusy(false);
      }
    });
  }, [app]);
  useEffect(
    () =>
      app.scope.on('trained', ({ stopped }) => {
        if (stopped === 'finished') evaluate();
      }),
    [app, evaluate],
  );

  const right = counts?.reduce((sum, row, at) => sum + row[at]!, 0) ?? 0;
  const total = counts?.flat().reduce((sum, count) => sum + count, 0) ?? 0;
  return (
    <section className="confusion" aria-label={page.confusion.title}>
      <div className="confusion-head">
        <h2 className="section-title">{page.confusion.title}</h2>
        <Button look="quiet" disabled={blocked || busy} onClick={evaluate}>
          {busy ? page.confusion.evaluating : page.confusion.evaluate}
        </Button>
      </div>
      <p role="status">
        {total > 0
          ? page.confusion.result(formatCount(right), formatCount(total), formatPercent(right / total))
          : page.confusion.none}
      </p>
      {counts && <Table counts={counts} names={classes ?? counts.map((_, at) => String(at))} />}
    </section>
  );
}
