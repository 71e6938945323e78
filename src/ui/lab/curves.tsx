import { type ReactElement, useEffect, useMemo, useRef, useState } from 'react';
import { type CurveLine, curvePicture } from '../../scene/charts/curve.ts';
import { formatFixed, formatPercent } from '../../scene/format.ts';
import type { Stores } from '../../stores/stores.ts';
import { page } from '../../text/page.ts';
import { useKernelscope, useRun } from '../context.ts';
import { Segments } from '../controls/segments.tsx';
import { framePart } from '../frame-loop.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { createRunSeries, type RunSeries } from './series-of-run.ts';
import { sparkline } from './sparkline.ts';
import { batchesPerEpoch, byBatch } from './validation-by-batch.ts';

type Metric = 'loss' | 'accuracy';
type Points = 'batch' | 'epoch';

/** Below this height there is no room for axes. */
const SPARKLINE = 64;

function linesOf(series: RunSeries, points: Points, perEpoch: number): CurveLine[] {
  const byEpoch = points === 'epoch';
  const validation = byEpoch ? series.validation : byBatch(series.validation, perEpoch);
  return [
    {
      series: byEpoch ? series.epochs : series.batches,
      name: page.lab.training,
      ink: 'accent',
      fine: !byEpoch,
    },
    { series: validation, name: page.lab.validation, ink: 'second', fine: false, dash: [5, 3] },
  ];
}

/** The last values, beside the curve's name: training's, then validation's. */
function latestOf(metric: Metric, lines: readonly CurveLine[]): string[] {
  return lines.map(({ series: { latest } }) => {
    if (!Number.isFinite(latest)) return '';
    return metric === 'accuracy' ? formatPercent(latest) : formatFixed(latest, 3);
  });
}

interface CurveProps {
  readonly metric: Metric;
  readonly points: Points;
}

function Curve({ metric, points }: CurveProps): ReactElement {
  const { stores } = useKernelscope();
  const figures = useRef<HTMLElement>(null);
  const { draw, latest, subscribe } = useMemo(() => live(stores, metric, points), [stores, metric, points]);
  useEffect(() => {
    const part = framePart(() => {
      const values = [...figures.current!.querySelectorAll<HTMLElement>('[data-figure]')];
      latest().forEach((text, at) => {
        const value = values[at]!;
        if (value.textContent !== text) value.textContent = text;
        value.parentElement!.hidden = text === '';
      });
      return false;
    });
    const off = subscribe(() => part.invalidate());
    return () => {
      off();
      part.destroy();
    };
  }, [latest, subscribe]);
  return (
    <figure className="curve">
      <figcaption ref={figures}>
        <span className="curve-name">{page.lab[metric]}</span>
        {(['training', 'validation'] as const).map((series) => (
          <span key={series} className={`figure ${series}`} hidden>
            {' '}
            <span className="series-name">{page.lab[series]}</span> <span data-figure="" />
          </span>
        ))}
      </figcaption>
      <LiveCanvas className="curve-canvas" draw={draw} subscribe={subscribe} />
    </figure>
  );
}

function live(stores: Stores, metric: Metric, points: Points) {
  const series = createRunSeries(metric);
  const now = () => {
    const run = stores.run.getState();
    series.update(run);
    const perEpoch = batchesPerEpoch(stores.document.getState().document);
    const all = run.progress?.ofSteps ?? 0;
    return {
      lines: linesOf(series, points, perEpoch),
      // The axis is as long as the run will be, so that one sees how far it has come.
      steps: points === 'batch' ? all : Math.round(all / perEpoch),
    };
  };
  return {
    draw: (width: number, height: number) => {
      const { lines, steps } = now();
      const share = metric === 'accuracy';
      if (height < SPARKLINE) return sparkline(lines, width, height, steps, share ? 1 : undefined);
      return curvePicture({ lines, width, height, axis: share ? 'share' : 'positive', steps });
    },
    latest: () => latestOf(metric, now().lines),
    subscribe: (changed: () => void) => stores.run.subscribe(changed),
  };
}

/** Loss and accuracy of the run, training and validation. */
export function Curves(): ReactElement {
  const [points, setPoints] = useState<Points>('batch');
  const empty = useRun((state) => state.batches.length === 0);
  return (
    <div className="curves" data-empty={empty || undefined}>
      <div className="curves-head">
        <Segments
          label={page.lab.granularity}
          options={[
            ['batch', page.lab.perBatch],
            ['epoch', page.lab.perEpoch],
          ]}
          value={points}
          onChange={setPoints}
        />
        <ul className="curves-key">
          <li className="key-training">{page.lab.training}</li>
          <li className="key-validation">{page.lab.validation}</li>
        </ul>
        {empty && <p className="muted">{page.lab.noCurve}</p>}
      </div>
      <Curve metric="loss" points={points} />
      <Curve metric="accuracy" points={points} />
    </div>
  );
}
