import type { ReactElement } from 'react';
import { useStore } from 'zustand/react';
import type { Numbers } from '../../engine/engine.ts';
import { ranking } from '../../model/best-of-models.ts';
import { forecastChannel } from '../../model/datasets/last-value.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { type ComparedModel, meritOf } from '../../stores/comparison.ts';
import { comparisonText as text } from '../../text/comparison.ts';
import { spokenName } from '../../text/names.ts';
import { useKernelscope } from '../context.ts';
import type { Row } from './candidates.ts';
import { amountText, meritText, unitOf } from './measured.ts';

/** How far off one is without a model, and where that is less, that it is. */
function baselineText({ document }: ComparedModel, { baseline, errors }: Numbers): string {
  const words = text.verdict[baseline.type];
  const better = baseline.mean_absolute_error < errors.mean_absolute_error;
  return words[better ? 'better' : 'worse'](amountText(baseline.mean_absolute_error, unitOf(document)));
}

/** Which model is better, by how much, and what could be said without any, in a sentence. */
function sentence(models: readonly ComparedModel[]): string | undefined {
  const order = ranking(models.map(meritOf));
  const [best, next] = (order ?? []).map((place) => models[place]!);
  if (!best) return undefined;
  const { document, numbers } = best;
  if (!next) return text.verdict.single(spokenName(document.title));
  const { type } = meritOf(best);
  const forecasts = forecastChannel(datasetOf(document.dataset)) !== undefined;
  const words = type === 'error' && forecasts ? 'forecast' : type;
  const second = type === 'error' ? text.verdict.next : text.verdict.nextPlain;
  const without = numbers ? baselineText(best, numbers) : text.verdict.none;
  return `${text.verdict[words](spokenName(document.title), meritText(best))}${second(meritText(next))}${without}`;
}

/** The result in words; nothing before there is one. */
export function Verdict({ rows }: { readonly rows: readonly Row[] }): ReactElement {
  const { stores } = useKernelscope();
  const done = useStore(stores.comparison, (state) => state.done);
  const said = sentence(rows.flatMap(({ key }) => done.get(key) ?? []));
  return (
    <p className="compare-verdict" role="status">
      {said}
    </p>
  );
}
