import { type ReactElement, useMemo, useState } from 'react';
import { useStore } from 'zustand/react';
import type { EpochRecord } from '../../engine/engine.ts';
import { forecastChannel } from '../../model/datasets/last-value.ts';
import { datasetOf } from '../../model/datasets/registry.ts';
import { comparedPicture, type LabelledLine, lookOf } from '../../scene/charts/compared.ts';
import { formatCount } from '../../scene/format.ts';
import type { Picture } from '../../scene/marks.ts';
import type { ComparedModel, ComparisonState } from '../../stores/comparison.ts';
import { comparisonText as text } from '../../text/comparison.ts';
import { useKernelscope } from '../context.ts';
import { Segments } from '../controls/segments.tsx';
import { LiveCanvas } from '../live-canvas.tsx';
import type { Row } from './candidates.ts';
import { unitOf } from './measured.ts';

/** Samples of the test series that are drawn. */
const STRETCH = 96;

type Shown = 'loss' | 'right' | 'forecast';

function epochsOf({ done, training }: ComparisonState, key: string): readonly EpochRecord[] {
  return done.get(key)?.epochs ?? (training?.key === key ? training.epochs : []);
}

/** Whether every model that has trained has figures of validation samples. */
function validated(all: readonly (readonly EpochRecord[])[]): boolean {
  return all.every(([first]) => first === undefined || 'val_loss' in first);
}

/** One figure of every epoch: the validation's where all have it. */
function curveLines(all: readonly (readonly EpochRecord[])[], metric: string): LabelledLine[] {
  const name = validated(all) ? `val_${metric}` : metric;
  return all.flatMap((epochs, place) => {
    const values = epochs.map((record) => record[name] ?? Number.NaN);
    return values.length > 0 ? { ...lookOf(place), label: String(place + 1), values } : [];
  });
}

/** The truth, and what each model makes of it, in the data's unit. */
function forecastLines(models: readonly (ComparedModel | undefined)[]): LabelledLine[] {
  const known = models.find((model) => model?.numbers);
  if (!known) return [];
  const { scale, offset } = unitOf(known.document);
  const stretch = (values: Float32Array) =>
    Array.from(values.subarray(0, STRETCH), (value) => value * scale + offset);
  const lines = models.flatMap((model, place): LabelledLine[] =>
    model?.numbers
      ? [
          {
            ...lookOf(place),
            label: String(place + 1),
            values: stretch(model.numbers.predictions),
            fine: true,
          },
        ]
      : [],
  );
  return [{ ink: 'ink', label: text.truth, values: stretch(known.numbers!.truths) }, ...lines];
}

/** The curves of all models in one plane; of numbers, the truth and each model's over a stretch of the test samples. */
export function ComparedPlane({
  rows,
  epochs,
}: {
  readonly rows: readonly Row[];
  readonly epochs: number;
}): ReactElement {
  const { stores } = useKernelscope();
  const state = useStore(stores.comparison);
  const [chosen, setChosen] = useState<Shown>();
  const models = rows.map(({ key }) => state.done.get(key));
  const histories = rows.map(({ key }) => epochsOf(state, key));
  const numbers = models.some((model) => model?.numbers);
  const series = rows[0] !== undefined && forecastChannel(datasetOf(rows[0].document.dataset)) !== undefined;
  const accuracy = histories.some((epochs) => epochs.some((record) => 'accuracy' in record));
  const offered: (readonly [Shown, string])[] = [
    ['loss', text.shows.loss],
    ...(accuracy ? [['right', text.shows.right] as const] : []),
    ...(numbers ? [['forecast', series ? text.shows.forecast : text.shows.numbers] as const] : []),
  ];
  const all = models.length > 0 && models.every(Boolean);
  const first = all && numbers ? 'forecast' : 'loss';
  const shown = offered.some(([id]) => id === chosen) ? chosen! : first;
  const draw = useMemo(() => {
    const lines =
      shown === 'forecast'
        ? forecastLines(models)
        : curveLines(histories, shown === 'right' ? 'accuracy' : 'loss');
    return (width: number, height: number): Picture =>
      comparedPicture({
        lines,
        width,
        height,
        first: shown === 'forecast' ? 0 : 1,
        axis: shown === 'forecast' ? 'fitted' : shown === 'right' ? 'share' : 'positive',
        steps: shown === 'forecast' ? Math.max(1, (lines[0]?.values.length ?? 1) - 1) : epochs,
      });
  }, [histories, models, shown, epochs]);
  const empty = histories.every((epochs) => epochs.length === 0);
  const label =
    shown === 'forecast'
      ? text.forecasts(formatCount(STRETCH))
      : text.curves[shown][validated(histories) ? 'validation' : 'training'];
  return (
    <figure className="compare-plane">
      <figcaption>
        {offered.length > 1 && (
          <Segments label={text.shown} options={offered} value={shown} onChange={setChosen} />
        )}
        <span className="muted">{label}</span>
      </figcaption>
      {empty ? (
        <p className="muted compare-empty">{text.nothing}</p>
      ) : (
        <div className="compare-canvas" role="img" aria-label={label}>
          <LiveCanvas draw={draw} subscribe={never} />
        </div>
      )}
    </figure>
  );
}

/** The picture is another one where it has changed. */
function never(): () => void {
  return () => {};
}
