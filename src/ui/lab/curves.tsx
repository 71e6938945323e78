import { lazy, memo, type ReactElement, Suspense, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand/react';
import { datasetOf } from '../../model/datasets/registry.ts';
import { curvePicture, valueAt } from '../../scene/charts/curve.ts';
import { formatCount, formatFixed, formatPercent } from '../../scene/format.ts';
import type { Picture } from '../../scene/marks.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';
import { useDocument, useKernelscope, useRun } from '../context.ts';
import { Button } from '../controls/button.tsx';
import { Segments } from '../controls/segments.tsx';
import { framePart } from '../frame-loop.ts';
import { LiveCanvas } from '../live-canvas.tsx';
import { writeText } from '../write-text.ts';
import { boardOf, type Metric } from './board.ts';
import { type Charted, createCharted, onCharted, unitText } from './charted.ts';
import { CurvePlane } from './curve-plane.tsx';
import { curveView, setPoints, zoomOut } from './curve-view.ts';
import { CurveViewMenu } from './curve-view-menu.tsx';
import { PastRuns } from './past-runs.tsx';
import { SaveMenu } from './save-menu.tsx';
import { sparkline } from './sparkline.ts';

const LayersHealth = lazy(async () => ({ default: (await import('./health.tsx')).LayersHealth }));

/** Below this height there is no room for axes. */
const SPARKLINE = 64;

function pictureOf(charted: Charted, metric: Metric, width: number, height: number): Picture {
  if (height >= SPARKLINE) return curvePicture({ ...charted, width, height });
  const lines = charted.lines.filter(({ pale }) => !pale);
  return sparkline(lines, width, height, charted.steps ?? 0, metric === 'accuracy' ? 1 : undefined);
}

function written(metric: Metric, value: number): string {
  if (!Number.isFinite(value)) return '';
  return metric === 'accuracy' ? formatPercent(value) : formatFixed(value, 3);
}

/** The values where one looks, or else the last: training's, then validation's. */
function readingsOf(metric: Metric, { lines, exact, cursor }: Charted): string[] {
  return lines
    .filter(({ pale }) => !pale)
    .map(({ series }, at) => {
      if (cursor === undefined) return written(metric, series.latest);
      const own = at === 0 && exact ? exact.at(cursor - exact.first) : valueAt(series, cursor);
      return written(metric, own);
    });
}

/** What the chart says at the step that is looked at, in one line. */
function spoken(metric: Metric, charted: Charted): string {
  const values = readingsOf(metric, charted);
  const named = [page.lab.training, page.lab.validation].flatMap((name, at) =>
    values[at] ? [lab.curves.read(name, values[at])] : [],
  );
  if (named.length === 0) return lab.curves.nothing;
  const { cursor } = charted;
  const place = cursor === undefined ? [] : [lab.curves.at(unitText(), formatCount(cursor))];
  return [...place, ...named].join(', ');
}

function Curve({ metric }: { readonly metric: Metric }): ReactElement {
  const { stores } = useKernelscope();
  const figures = useRef<HTMLElement>(null);
  const { charted, draw, subscribe, read } = useMemo(() => {
    const now = createCharted(stores, metric);
    return {
      charted: now,
      draw: (width: number, height: number) => pictureOf(now(), metric, width, height),
      subscribe: (changed: () => void) => onCharted(stores, changed),
      read: () => spoken(metric, now()),
    };
  }, [stores, metric]);
  useEffect(() => {
    const part = framePart(() => {
      const now = charted();
      const place = figures.current!.querySelector('[data-place]')!;
      const at = now.cursor === undefined ? '' : lab.curves.at(unitText(), formatCount(now.cursor));
      writeText(place, at);
      const values = [...figures.current!.querySelectorAll<HTMLElement>('[data-figure]')];
      readingsOf(metric, now).forEach((text, position) => {
        const value = values[position]!;
        writeText(value, text);
        value.parentElement!.hidden = text === '';
      });
      return false;
    });
    const off = subscribe(() => part.invalidate());
    return () => {
      off();
      part.destroy();
    };
  }, [charted, subscribe, metric]);
  return (
    <figure className="curve">
      <figcaption ref={figures}>
        <span className="curve-name">{page.lab[metric]}</span>
        <span className="curve-place muted" data-place="" />
        {(['training', 'validation'] as const).map((series) => (
          <span key={series} className={`figure ${series}`} hidden>
            {' '}
            <span className="series-name">{page.lab[series]}</span> <span data-figure="" />
          </span>
        ))}
      </figcaption>
      <CurvePlane
        label={lab.curves.chart(page.lab[metric], unitText())}
        charted={charted}
        read={read}
        least={SPARKLINE}
      >
        <LiveCanvas className="curve-canvas" draw={draw} subscribe={subscribe} />
      </CurvePlane>
    </figure>
  );
}

/** Loss and accuracy of the run, training and validation, and of the runs before it. */
export const Curves = memo(function Curves(): ReactElement {
  const { stores } = useKernelscope();
  const empty = useRun((state) => state.batches.length === 0);
  const bare = useStore(boardOf(stores), ({ past }) => past.length === 0) && empty;
  const shows = useStore(curveView, (view) => view.shows);
  const points = useStore(curveView, (view) => view.points);
  const zoomed = useStore(curveView, (view) => view.zooms.length > 0);
  const inView = shows === 'curves';
  // Numbers are near or far, not right or wrong.
  const classes = useDocument((state) => datasetOf(state.document.dataset).target.type === 'classes');
  return (
    <div
      className="curves"
      data-empty={empty || undefined}
      data-shows={shows}
      data-single={!classes || undefined}
    >
      <div className="curves-head">
        <Segments
          label={lab.shows.label}
          options={[
            ['curves', lab.shows.curves],
            ['layers', lab.shows.layers],
          ]}
          value={shows}
          onChange={(next) => curveView.setState({ shows: next })}
        />
        {inView && (
          <Segments
            label={page.lab.granularity}
            options={[
              ['batch', page.lab.perBatch],
              ['epoch', page.lab.perEpoch],
            ]}
            value={points}
            onChange={setPoints}
          />
        )}
        {inView && !bare && (
          <>
            <CurveViewMenu />
            <PastRuns />
            <SaveMenu />
            {zoomed && (
              <Button look="quiet" onClick={() => zoomOut()}>
                {lab.curves.zoomOut}
              </Button>
            )}
          </>
        )}
        {inView && bare && <p className="muted">{page.lab.noCurve}</p>}
      </div>
      <Curve metric="loss" />
      {classes && <Curve metric="accuracy" />}
      {!inView && (
        <Suspense fallback={null}>
          <LayersHealth />
        </Suspense>
      )}
    </div>
  );
});
