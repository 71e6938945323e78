import type { Moment } from '../../engine/engine.ts';
import type { CurveLine, CurveMark, CurveRequest, Ghost } from '../../scene/charts/curve-request.ts';
import { type Follower, follow } from '../../scene/charts/follow.ts';
import type { Series } from '../../scene/charts/series.ts';
import type { Values } from '../../scene/charts/values.ts';
import type { Stores } from '../../stores/stores.ts';
import { lab } from '../../text/lab.ts';
import { page } from '../../text/page.ts';
import { boardOf, type Metric, type RunCurves } from './board.ts';
import { curveView } from './curve-view.ts';
import { momentText } from './moment-text.ts';
import { batchesPerEpoch, byBatch } from './validation-by-batch.ts';

/** A chart of one metric, as it now is: all but its size. */
export type Charted = Omit<CurveRequest, 'width' | 'height'> & {
  /** The numbers of every batch, where they are drawn as they are. */
  readonly exact: Values | undefined;
};

interface Following {
  readonly key: string;
  readonly follower: Follower;
}

/** Followers of a run's numbers: the ones as they are and the ones smoothed, for the part that is shown. */
function createFollowers() {
  const known = new WeakMap<Values, Map<'plain' | 'smooth', Following>>();
  return (values: Values, smoothing: number, from?: number, to?: number): Series => {
    const slot = smoothing > 0 ? 'smooth' : 'plain';
    const key = `${smoothing} ${from} ${to}`;
    const slots = known.get(values) ?? new Map<'plain' | 'smooth', Following>();
    known.set(values, slots);
    let following = slots.get(slot);
    if (following?.key !== key) {
      following = { key, follower: follow(values, { smoothing, from, to }) };
      slots.set(slot, following);
    }
    following.follower.update();
    return following.follower.series;
  };
}

/** Where on the axis something is that happened at the end of an epoch. */
function marksOf(moments: readonly Moment[], byEpoch: boolean): CurveMark[] {
  return moments.map((moment) => ({ step: byEpoch ? moment.epoch : moment.step, text: momentText(moment) }));
}

/** Reads the board and the view into requests for one metric's pictures; what it has seen it does not go through again. */
export function createCharted(stores: Stores, metric: Metric): () => Charted {
  const board = boardOf(stores);
  const followed = createFollowers();

  function ghostOf(
    { series, document, number }: RunCurves,
    byEpoch: boolean,
    zoom: readonly number[],
  ): Ghost {
    const { batches, epochs, validation } = series[metric];
    const best = validation.length > 1 ? validation : epochs;
    const label = String(number);
    if (byEpoch) return { series: best, label };
    if (best.length > 1) return { series: byBatch(best, batchesPerEpoch(document)), label };
    return { series: followed(batches, 0.9, ...zoom), label };
  }

  return () => {
    const { current, past, hidden } = board.getState();
    const { points, smoothing, log, zooms, cursor, selection } = curveView.getState();
    const zoom = zooms.at(-1) ?? [];
    const [from, to] = zoom;
    const byEpoch = points === 'epoch';
    const { batches, epochs, validation } = current.series[metric];
    const perEpoch = batchesPerEpoch(current.document);
    const training = { name: page.lab.training, ink: 'accent' } as const;
    const lines: CurveLine[] = byEpoch
      ? [{ ...training, series: epochs, fine: false }]
      : [{ ...training, series: followed(batches, 0, from, to), fine: true, pale: smoothing > 0 }];
    if (!byEpoch && smoothing > 0)
      lines.push({ ...training, series: followed(batches, smoothing, from, to), fine: true });
    lines.push({
      series: byEpoch ? validation : byBatch(validation, perEpoch),
      name: page.lab.validation,
      ink: 'second',
      fine: false,
      dash: [5, 3],
    });
    const all = stores.run.getState().progress?.ofSteps ?? 0;
    return {
      lines,
      exact: byEpoch || smoothing > 0 ? undefined : batches,
      axis: metric === 'accuracy' ? 'share' : log ? 'log' : 'positive',
      // The axis is as long as the run will be, so that one sees how far it has come.
      steps: to ?? (byEpoch ? Math.round(all / perEpoch) : all),
      from,
      ghosts: past.filter(({ number }) => !hidden.has(number)).map((run) => ghostOf(run, byEpoch, zoom)),
      marks: marksOf(current.moments, byEpoch),
      cursor,
      selection,
    };
  };
}

/** Calls back whenever a chart is out of date. */
export function onCharted(stores: Stores, changed: () => void): () => void {
  const off = [
    stores.run.subscribe(changed),
    boardOf(stores).subscribe(changed),
    curveView.subscribe(changed),
  ];
  return () => {
    for (const stop of off) stop();
  };
}

/** What the axis of steps counts. */
export function unitText(): string {
  return lab.units[curveView.getState().points];
}
