import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { ranking } from '../../model/best-of-models.ts';
import { minimise } from '../../model/normalise.ts';
import { lookOf } from '../../scene/charts/compared.ts';
import { formatCount, formatFixed, formatPercent } from '../../scene/format.ts';
import { type ComparedModel, meritOf } from '../../stores/comparison.ts';
import { comparisonText as text } from '../../text/comparison.ts';
import { spokenName } from '../../text/names.ts';
import { attempt, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import type { Row } from './candidates.ts';
import { amountText, unitOf } from './measured.ts';

interface Props {
  readonly rows: readonly Row[];
  readonly chosen: readonly Row[];
  readonly disabled: boolean;
  readonly onPick: (id: string, shown: boolean) => void;
}

/** A short line as the model's curves are drawn, with its number. */
function Swatch({ place }: { readonly place: number }): ReactElement {
  const { ink, dash } = lookOf(place);
  return (
    <span className="compare-swatch" style={{ color: `var(--${ink})` }}>
      <svg viewBox="0 0 18 4" width="18" height="4" aria-hidden="true">
        <path d="M0 2H18" stroke="currentColor" strokeWidth="2" strokeDasharray={dash?.join(' ')} />
      </svg>
      {place + 1}
    </span>
  );
}

/** What is measured beside the loss: right classes, or how far numbers are off. */
function measured({ numbers, right, document }: ComparedModel): string {
  if (numbers) return amountText(numbers.errors.mean_absolute_error, unitOf(document));
  return right === undefined ? '' : formatPercent(right);
}

/** A line a model: whether it takes part, what it costs, how well it does. */
export function ComparedTable({ rows, chosen, disabled, onPick }: Props): ReactElement {
  const app = useKernelscope();
  const { done, training } = useStore(app.stores.comparison);
  const models = chosen.flatMap(({ key }) => done.get(key) ?? []);
  const best = models.length > 1 ? ranking(models.map(meritOf))?.[0] : undefined;
  const numbers = models.some((model) => model.numbers);
  const baseline = models.find((model) => model.numbers)?.numbers?.baseline;
  const open = ({ document, weights }: ComparedModel) =>
    attempt(app, () =>
      app.scope.setDocument(minimise(document), {
        weights: Object.fromEntries(weights),
        label: text.opened(spokenName(document.title)),
      }),
    );
  return (
    <table className="compare-table">
      <caption className="spoken">{text.title}</caption>
      <thead>
        <tr>
          <th scope="col">{text.columns.model}</th>
          <th scope="col">{text.columns.params}</th>
          <th scope="col">{text.columns.seconds}</th>
          <th scope="col">{text.columns.loss}</th>
          <th scope="col" title={numbers ? text.errorNote : undefined}>
            {numbers ? text.columns.error('') : text.columns.right}
          </th>
          <td />
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { id, key, document, params } = row;
          const place = chosen.indexOf(row);
          const model = place >= 0 ? done.get(key) : undefined;
          const isBest = model !== undefined && models[best ?? -1] === model;
          return (
            <tr key={id} data-best={isBest || undefined} data-trains={training?.key === key || undefined}>
              <th scope="row">
                <label>
                  <input
                    type="checkbox"
                    checked={place >= 0}
                    disabled={disabled || id === 'hand'}
                    aria-label={text.compare(spokenName(document.title))}
                    onChange={(event) => onPick(id, event.target.checked)}
                  />
                  {place >= 0 ? <Swatch place={place} /> : <span className="compare-swatch" />}
                  <span className="compare-title" title={spokenName(document.title)}>
                    {spokenName(document.title)}
                  </span>
                  {id === 'hand' && <span className="muted">{text.inHand}</span>}
                  {id.startsWith('before:') && <span className="muted">{text.before}</span>}
                  {isBest && <strong className="compare-best">{text.best}</strong>}
                </label>
              </th>
              <td>{formatCount(params)}</td>
              <td>{model && formatFixed(model.seconds, 1)}</td>
              <td>{model && (model.broken ? text.broken : formatFixed(model.metrics.loss!, 3))}</td>
              <td>{model && measured(model)}</td>
              <td>
                {model && (
                  <Button
                    look="quiet"
                    className="button quiet compare-open"
                    disabled={disabled}
                    aria-label={text.open(spokenName(document.title))}
                    onClick={() => open(model)}
                  >
                    {text.openShort}
                  </Button>
                )}
              </td>
            </tr>
          );
        })}
        {baseline && (
          <tr className="compare-baseline">
            <th scope="row">{text.baseline[baseline.type]}</th>
            <td />
            <td />
            <td />
            <td>{amountText(baseline.mean_absolute_error, unitOf(models[0]!.document))}</td>
            <td />
          </tr>
        )}
      </tbody>
    </table>
  );
}
