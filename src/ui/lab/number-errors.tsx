import { type ReactElement, useCallback } from 'react';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { forecastChannel } from '../../model/datasets/last-value.ts';
import { predictionsPicture } from '../../scene/charts/predictions.ts';
import { formatPercent } from '../../scene/format.ts';
import type { Predictions } from '../../scope/scope.ts';
import { page } from '../../text/page.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { measured } from '../probe/sample-words.ts';

interface Props {
  readonly numbers: Predictions;
  readonly definition: DatasetDefinition;
}

const NEVER = () => () => {};

function compared(own: number, guess: number): string {
  const share = guess > 0 ? 1 - own / guess : 0;
  const said = formatPercent(Math.abs(share));
  if (Math.abs(share) < 0.005) return page.confusion.same;
  return share > 0 ? page.confusion.better(said) : page.confusion.worse(said);
}

/** How far off predicted numbers are, in the unit of the data, beside a guess without a model; and the numbers themselves. */
export function NumberErrors({ numbers, definition }: Props): ReactElement {
  const { target } = definition;
  const { scale = 1, offset = 0, unit = '' } = target.type === 'numbers' ? target : {};
  const { truths, predictions, errors, baseline } = numbers;
  const [own, guess] = [errors.mean_absolute_error, baseline.mean_absolute_error];
  const ordered = forecastChannel(definition) !== undefined;
  const draw = useCallback(
    (width: number, height: number) => {
      const shown = (values: Float32Array) => values.map((value) => value * scale + offset);
      const both = { truths: shown(truths), predictions: shown(predictions) };
      return predictionsPicture({ ...both, ordered, unit }, width, height);
    },
    [truths, predictions, ordered, unit, scale, offset],
  );
  const text = page.confusion;
  return (
    <div className="number-errors">
      <p role="status">{text.off(measured(own, { unit, scale }))}</p>
      <p className="muted">
        {text.baselines[baseline.type](measured(guess, { unit, scale }), compared(own, guess))}
      </p>
      <div role="img" aria-label={ordered ? text.chart : text.scatter}>
        <LiveCanvas className="number-chart" draw={draw} subscribe={NEVER} />
      </div>
      <p className="number-legend muted">
        {ordered ? (
          <>
            <span data-line="truth">{text.truth}</span> <span data-line="predicted">{text.predicted}</span>
          </>
        ) : (
          text.scatter
        )}
      </p>
    </div>
  );
}
