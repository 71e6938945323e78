import { type CSSProperties, memo, type ReactElement } from 'react';
import { useStore } from 'zustand/react';
import { spreadOf } from '../../model/spread-of-scores.ts';
import { formatCount, formatNumber } from '../../scene/format.ts';
import { keyOf, sourceOf } from '../../stores/code.ts';
import type { Score } from '../../stores/experiment.ts';
import { experimentText as text } from '../../text/experiment.ts';
import { attempt, useCode, useDocument, useKernelscope } from '../context.ts';
import { Button } from '../controls/button.tsx';
import './experiment.css';

/** Where the code in hand does not say how often. */
const USUAL = 10;

/** The first metric; the loss where there is none. */
function metricOf(score: Score): string {
  return Object.keys(score).find((name) => name !== 'seed' && name !== 'loss') ?? 'loss';
}

function meanText(scores: readonly Score[]): string {
  const metric = metricOf(scores[0]!);
  const { mean, standard_deviation: deviation } = spreadOf(scores);
  return text.mean(metric, formatNumber(mean[metric]!), formatNumber(deviation[metric]!));
}

/** The same training from several seeds: the scores as they come, their mean and how far they lie apart. */
export const Experiment = memo(function Experiment({
  blocked,
  busy,
}: {
  readonly blocked: boolean;
  readonly busy: boolean;
}): ReactElement {
  const app = useKernelscope();
  const { scope, stores } = app;
  const document = useDocument((state) => state.document);
  const said = useCode((state) => sourceOf(state, document)?.repeats ?? 1);
  const { status, repeats, scores, share, key } = useStore(stores.experiment);
  const running = status === 'running';
  const times = said > 1 ? said : USUAL;
  const shown = key === keyOf(document) && (running || scores.length > 0);
  return (
    <section className="experiment" aria-label={text.title} data-blocked={blocked || undefined}>
      <div className="experiment-head">
        {running ? (
          <Button
            look="quiet"
            icon="pause"
            className="button quiet experiment-button"
            onClick={() => attempt(app, () => scope.pause())}
          >
            {text.stop}
          </Button>
        ) : (
          <Button
            look="quiet"
            icon="reset"
            className="button quiet experiment-button"
            disabled={blocked || busy}
            aria-describedby={blocked ? 'lab-obstacle' : undefined}
            onClick={() => attempt(app, () => scope.experiment({ repeats: times }))}
          >
            {text.repeat(formatCount(times))}
          </Button>
        )}
      </div>
      {shown && (
        <p className="experiment-state" role="status">
          {running
            ? text.progress(formatCount(Math.min(scores.length + 1, repeats)), formatCount(repeats))
            : text.measured(formatCount(scores.length), formatCount(repeats))}
          {scores.length > 0 && <strong>{meanText(scores)}</strong>}
        </p>
      )}
      {running && shown && (
        <span className="progress-track" aria-hidden="true">
          <span
            className="progress-fill"
            style={{ transform: `scaleX(${(scores.length + share) / repeats})` }}
          />
        </span>
      )}
      {shown && scores.length > 0 && <Scores scores={scores} />}
      {!shown && <p className="experiment-empty">{busy ? text.busy : text.empty}</p>}
    </section>
  );
});

function Scores({ scores }: { readonly scores: readonly Score[] }): ReactElement {
  const metric = metricOf(scores[0]!);
  const values = scores.map((score) => score[metric]!);
  const { mean, standard_deviation: deviation } = spreadOf(scores);
  const [center, spread] = [mean[metric]!, deviation[metric]!];
  const [least, most] = [Math.min(...values, center - spread), Math.max(...values, center + spread)];
  const place = (value: number) => (most > least ? (value - least) / (most - least) : 0.5);
  const at = (value: number) => ({ '--at': place(value) }) as CSSProperties;
  return (
    <div className="scores">
      <span className="scores-end" aria-hidden="true">
        {formatNumber(least)}
      </span>
      <div className="scores-strip">
        <span
          className="scores-spread"
          aria-hidden="true"
          style={{ '--from': place(center - spread), '--to': place(center + spread) } as CSSProperties}
        />
        <span className="scores-center" aria-hidden="true" style={at(center)} />
        <ol aria-label={text.scores}>
          {scores.map((score) => {
            const name = text.score(String(score.seed), metric, formatNumber(score[metric]!));
            return (
              <li key={score.seed} style={at(score[metric]!)} title={name}>
                <span>{name}</span>
              </li>
            );
          })}
        </ol>
      </div>
      <span className="scores-end" aria-hidden="true">
        {formatNumber(most)}
      </span>
    </div>
  );
}
