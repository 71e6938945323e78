import { nice, ticks } from 'd3-array';
import { formatFixed, formatNumber, formatPercent } from '../format.ts';
import { textWidth } from '../text-width.ts';
import type { CurveRequest } from './curve-request.ts';
import { type Series, stepOf } from './series.ts';

export const LABEL_SIZE = 10;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 20;
/** Lines across that are aimed at. */
const LEVELS = 3;

/** Where a chart's plane lies in its picture, and what it spans. */
export interface CurveFrame {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
  /** Steps at its left and right edge. */
  readonly from: number;
  readonly to: number;
  x(step: number): number;
  /** Pixels; what lies outside is put on the edge. */
  y(value: number): number;
  /** The step at a position, within the plane. */
  stepAt(x: number): number;
  /** Lines across, with their labels. */
  readonly levels: readonly { readonly y: number; readonly label: string }[];
}

type Span = readonly [from: number, to: number];

/** The straight line that takes the ends of one span to those of the other; where the first has no length, to its middle. */
function between([a, b]: Span, [c, d]: Span): (value: number) => number {
  return (value) => {
    const share = b === a ? 0.5 : (value - a) / (b - a);
    return c * (1 - share) + d * share;
  };
}

/** Smallest and largest mean between two steps; a few outliers may leave the chart. */
function rangeOf(series: readonly Series[], from: number, to: number, positive: boolean): [number, number] {
  let least = Infinity;
  let most = -Infinity;
  for (const one of series) {
    for (let at = 0; at < one.length; at++) {
      const mean = one.mean[at]!;
      const step = stepOf(one, at);
      if (!(mean > 0 || (!positive && Number.isFinite(mean))) || step < from || step > to) continue;
      least = Math.min(least, mean);
      most = Math.max(most, mean);
    }
  }
  return [least, most];
}

function linear(request: CurveRequest, all: readonly Series[], from: number, to: number) {
  const share = request.axis === 'share';
  const [least, most] = rangeOf(all, from, to, false);
  const whole = request.from === undefined || !(most > least);
  const top = share ? 1 : most > 0 ? most : 1;
  const domain: Span = whole ? [0, top] : [least, most];
  const [low, high] = share && whole ? domain : nice(...domain, LEVELS);
  const scale = between([low, high], [request.height - BOTTOM, TOP]);
  const levels = share && whole ? [0, 0.5, 1] : ticks(low, high, LEVELS);
  const digits = Math.max(0, ...levels.map((level) => (String(level).split('.')[1] ?? '').length));
  const label = (level: number) => (share ? formatPercent(level) : formatFixed(level, digits));
  return { scale, levels: levels.map((level) => [level, label(level)] as const) };
}

/** Powers of ten, or 1, 2 and 5 times them where there are few. */
function logarithmic(request: CurveRequest, all: readonly Series[], from: number, to: number) {
  const [least, most] = rangeOf(all, from, to, true);
  const domain: Span = most > 0 ? [Math.min(least, most * 0.99), most] : [0.1, 1];
  const decimal = between([Math.log10(domain[0]), Math.log10(domain[1])], [request.height - BOTTOM, TOP]);
  const scale = (value: number) => decimal(Math.log10(value));
  const decades = Math.log10(domain[1] / domain[0]);
  const wanted = decades > 2 ? [1] : decades > 0.7 ? [1, 2, 5] : [1, 1.5, 2, 3, 4, 5, 6, 7, 8];
  const levels: number[] = [];
  for (let power = Math.floor(Math.log10(domain[0])); power <= Math.log10(domain[1]); power++) {
    for (const digit of wanted) {
      const level = digit * 10 ** power;
      if (level >= domain[0] && level <= domain[1]) levels.push(level);
    }
  }
  const shown =
    levels.length > 5 ? levels.filter((_, at) => at % Math.ceil(levels.length / 4) === 0) : levels;
  return { scale, levels: shown.map((level) => [level, formatNumber(level)] as const) };
}

/** The frame that the request's picture is drawn in; of use to a pointer over it, too. */
export function curveFrame(request: CurveRequest): CurveFrame {
  const { lines, ghosts = [], width, height, axis, steps } = request;
  const all = [...lines, ...ghosts].map(({ series }) => series).filter((series) => series.length > 0);
  const from = request.from ?? 0;
  const ownSteps = lines.filter(({ series }) => series.length > 0).map(({ series }) => series.last);
  const shown = ownSteps.length > 0 ? ownSteps : all.map(({ last }) => last);
  const to = request.from === undefined ? Math.max(steps ?? 0, ...shown, 1) : Math.max(steps ?? 0, from + 1);
  const { scale, levels } =
    axis === 'log' ? logarithmic(request, all, from, to) : linear(request, all, from, to);
  const left = Math.ceil(Math.max(...levels.map(([, label]) => textWidth(label, LABEL_SIZE)), 0)) + 8;
  const right = width - RIGHT;
  const bottom = height - BOTTOM;
  const x = between([from, to], [left, right]);
  const step = between([left, right], [from, to]);
  return {
    left,
    right,
    top: TOP,
    bottom,
    from,
    to,
    x,
    y: (value) => Math.min(bottom, Math.max(TOP, axis === 'log' && value <= 0 ? bottom : scale(value))),
    stepAt: (at) => step(Math.min(right, Math.max(left, at))),
    levels: levels.map(([level, label]) => ({ y: scale(level), label })),
  };
}
