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

type Metric = 'loss' | 'accuracy';
type Points = 'batch' | 'epoch';

function linesOf(series: RunSeries, points: Points): CurveLine[] {
  if (points === 'batch')
    return [{ series: series.batches, name: page.lab.training, ink: 'accent', fine: true }];
  return [
    { series: series.epochs, name: page.lab.training, ink: 'accent', fine: false },
    { series: series.validation, name: page.lab.validation, ink: 'second', fine: false, dash: [5, 3] },
  ];
}

/** The last values in words, beside the curve's name. */
function latestText(metric: Metric, series: RunSeries, points: Points): string {
  const show =
    metric === 'accuracy'
      ? (value: number) => formatPercent(value)
      : (value: number) => formatFixed(value, 3);
  const parts = linesOf(series, points)
    .filter((line) => Number.isFinite(line.series.latest))
    .map((line) => `${line.name} ${show(line.series.latest)}`);
  return parts.join(', ');
}

interface CurveProps {
  readonly metric: Metric;
  readonly points: Points;
}

function Curve({ metric, points }: CurveProps): ReactElement {
  const { stores } = useKernelscope();
  const figures = useRef<HTMLSpanElement>(null);
  const { draw, subscribe } = useMemo(() => live(stores, metric, points), [stores, metric, points]);
  useEffect(() => {
    const part = framePart(() => {
      figures.current!.textContent = draw.latest();
      return false;
    });
    const off = subscribe(() => part.invalidate());
    return () => {
      off();
      part.destroy();
    };
  }, [draw, subscribe]);
  return (
    <figure className="curve">
      <figcaption>
        <span className="curve-name">{page.lab[metric]}</span> <span className="muted" ref={figures} />
      </figcaption>
      <LiveCanvas className="curve-canvas" draw={draw.picture} subscribe={subscribe} />
    </figure>
  );
}

function live(stores: Stores, metric: Metric, points: Points) {
  const series = createRunSeries(metric);
  const axis = metric === 'accuracy' ? ('share' as const) : ('positive' as const);
  return {
    draw: {
      picture: (width: number, height: number) => {
        series.update(stores.run.getState());
        return curvePicture({ lines: linesOf(series, points), width, height, axis });
      },
      latest: () => {
        series.update(stores.run.getState());
        return latestText(metric, series, points);
      },
    },
    subscribe: (changed: () => void) => stores.run.subscribe(changed),
  };
}

/** Loss and accuracy of the run, training and validation. */
export function Curves(): ReactElement {
  const [points, setPoints] = useState<Points>('batch');
  const empty = useRun((state) => state.batches.length === 0);
  return (
    <div className="curves">
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
          {points === 'epoch' && <li className="key-validation">{page.lab.validation}</li>}
        </ul>
        {empty && <p className="muted">{page.lab.noCurve}</p>}
      </div>
      <Curve metric="loss" points={points} />
      <Curve metric="accuracy" points={points} />
    </div>
  );
}
