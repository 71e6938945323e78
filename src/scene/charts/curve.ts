import { ticks } from 'd3-array';
import { scaleLinear } from 'd3-scale';
import { formatCount, formatFixed, formatPercent } from '../format.ts';
import type { Ink, Mark, Picture } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import type { Series } from './series.ts';

export interface CurveLine {
  readonly series: Series;
  readonly name: string;
  readonly ink: Ink;
  /** Thin with its spread behind it: a value a batch. Otherwise a line with a dot a value: a value an epoch. */
  readonly fine: boolean;
  readonly dash?: readonly number[] | undefined;
}

export interface CurveRequest {
  readonly lines: readonly CurveLine[];
  readonly width: number;
  readonly height: number;
  /** `share`: 0 to 100%. `positive`: from 0 up to what is needed. */
  readonly axis: 'share' | 'positive';
  /** Last step of the axis; the last of the series if that is later. */
  readonly steps?: number | undefined;
}

const SIZE = 10;
const RIGHT = 12;
const TOP = 8;
const BOTTOM = 20;
const MOST_DOTS = 40;

/** Largest value that has to be seen; a few outliers of the first steps may leave the chart at its top. */
function topOf(lines: readonly CurveLine[]): number {
  let top = 0;
  for (const { series } of lines) {
    for (let at = 0; at < series.length; at++) top = Math.max(top, series.mean[at]! || 0);
  }
  return top > 0 ? top : 1;
}

/** Loss or accuracy by step. A bucket of many batches is drawn as its spread and its mean. */
export function curvePicture({ lines, width, height, axis, steps }: CurveRequest): Picture {
  const known = lines.filter((line) => line.series.length > 0);
  const end = Math.max(steps ?? 0, ...known.map((line) => line.series.last), 1);
  const top = axis === 'share' ? 1 : topOf(known);
  const y = scaleLinear([0, top], [height - BOTTOM, TOP]);
  if (axis === 'positive') y.nice(3);
  const levels = axis === 'share' ? [0, 0.5, 1] : y.ticks(3);
  const digits = Math.max(0, ...levels.map((level) => (String(level).split('.')[1] ?? '').length));
  const label = (level: number) => (axis === 'share' ? formatPercent(level) : formatFixed(level, digits));
  const left = Math.ceil(Math.max(...levels.map((level) => textWidth(label(level), SIZE)))) + 8;
  const x = scaleLinear([0, end], [left, width - RIGHT]);
  const marks: Mark[] = [];
  for (const level of levels) {
    const at = y(level);
    marks.push({ type: 'path', points: [left, at, width - RIGHT, at], stroke: 'line', strokeWidth: 1 });
    marks.push({
      type: 'text',
      x: left - 6,
      y: at + 3.5,
      text: label(level),
      size: SIZE,
      ink: 'muted',
      anchor: 'end',
    });
  }
  for (const step of ticks(0, end, Math.max(2, Math.floor(width / 110))).filter(Number.isInteger)) {
    const text = formatCount(step);
    const at = Math.min(x(step), width - textWidth(text, SIZE) / 2);
    marks.push({
      type: 'text',
      x: Math.max(left, at),
      y: height - 5,
      text,
      size: SIZE,
      ink: 'muted',
      anchor: 'middle',
    });
  }
  for (const line of known) marks.push(...lineMarks(line, x, y, TOP));
  return { width, height, marks };
}

type Position = (value: number) => number;

function lineMarks(
  { series, ink, fine, dash }: CurveLine,
  x: Position,
  y: Position,
  ceiling: number,
): Mark[] {
  const points: number[] = [];
  const upper: number[] = [];
  const lower: number[] = [];
  for (let at = 0; at < series.length; at++) {
    const mean = series.mean[at]!;
    if (Number.isNaN(mean)) continue;
    const middle = Math.min(series.last, series.first + (at + 0.5) * series.span - 0.5);
    points.push(x(middle), Math.max(ceiling, y(mean)));
    upper.push(x(middle), Math.max(ceiling, y(series.max[at]!)));
    lower.push(x(middle), Math.max(ceiling, y(series.min[at]!)));
  }
  const marks: Mark[] = [];
  if (fine && series.span > 1) {
    const area = [...upper];
    // Back along the lower edge.
    for (let at = lower.length - 2; at >= 0; at -= 2) area.push(lower[at]!, lower[at + 1]!);
    marks.push({ type: 'path', points: area, stroke: 'none', strokeWidth: 0, fill: ink, opacity: 0.18 });
  }
  marks.push({ type: 'path', points, stroke: ink, strokeWidth: fine ? 1.25 : 2, ...(dash && { dash }) });
  if (!fine && series.length <= MOST_DOTS) {
    for (let at = 0; at < points.length; at += 2) {
      const dot = {
        type: 'rect',
        x: points[at]! - 2.5,
        y: points[at + 1]! - 2.5,
        width: 5,
        height: 5,
        radius: 2.5,
      } as const;
      marks.push({ ...dot, fill: ink });
    }
  }
  return marks;
}
