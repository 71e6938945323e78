import { createStore } from 'zustand/vanilla';

export type Points = 'batch' | 'epoch';
export type Span = readonly [from: number, to: number];

/** How the curves are looked at: both charts alike. */
interface CurveView {
  /** What the bench shows: the curves, or how each layer stands. */
  readonly shows: 'curves' | 'layers';
  readonly points: Points;
  /** Weight of what came before in the moving average; 0 is off. */
  readonly smoothing: number;
  /** Whether the loss has a logarithmic axis. */
  readonly log: boolean;
  /** Parts of the run, each within the one before it; the last is shown. Empty: the whole run. */
  readonly zooms: readonly Span[];
  /** The step that is looked at. */
  readonly cursor: number | undefined;
  /** What is being dragged over. */
  readonly selection: Span | undefined;
}

/** Outlives the panel that shows it. */
export const curveView = createStore<CurveView>(() => ({
  shows: 'curves',
  points: 'batch',
  smoothing: 0,
  log: false,
  zooms: [],
  cursor: undefined,
  selection: undefined,
}));

/** Fewer steps than this are no curve. */
const LEAST = 4;

/** Nearer: from one step to another, either way round. A span too short to be meant is passed over. */
export function zoomTo(one: number, other: number): void {
  const from = Math.max(0, Math.floor(Math.min(one, other)));
  const to = Math.ceil(Math.max(one, other));
  const meant = to - from >= LEAST;
  curveView.setState(({ zooms }) => ({
    zooms: meant ? [...zooms, [from, to]] : zooms,
    selection: undefined,
  }));
}

/** Twice as near, around the step that is looked at or the middle. */
export function zoomIn([from, to]: Span): void {
  const { cursor } = curveView.getState();
  const middle = cursor !== undefined && cursor > from && cursor < to ? cursor : (from + to) / 2;
  const half = (to - from) / 4;
  const start = Math.min(Math.max(from, middle - half), to - 2 * half);
  zoomTo(start, start + 2 * half);
}

/** What was shown before; false where the whole run is. */
export function zoomOut(): boolean {
  const { zooms } = curveView.getState();
  if (zooms.length > 0) curveView.setState({ zooms: zooms.slice(0, -1) });
  return zooms.length > 0;
}

/** Batches or epochs: steps are counted anew, so the part that was shown is none any more. */
export function setPoints(points: Points): void {
  curveView.setState({ points, zooms: [], cursor: undefined, selection: undefined });
}
