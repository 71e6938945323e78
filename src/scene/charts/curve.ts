import { ticks } from 'd3-array';
import { formatCount } from '../format.ts';
import type { Mark, Picture } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { type CurveFrame, curveFrame, LABEL_SIZE as SIZE } from './curve-frame.ts';
import type { CurveLine, CurveRequest, Ghost } from './curve-request.ts';
import { type Series, stepOf } from './series.ts';

const MOST_DOTS = 40;

/** Loss or accuracy by step. A bucket of many batches is drawn as its spread and its mean. */
export function curvePicture(request: CurveRequest): Picture {
  const { lines, width, height, ghosts = [], cursor, selection } = request;
  const frame = curveFrame(request);
  const { left, right, top, bottom, from, to } = frame;
  const marks: Mark[] = [];
  if (selection) {
    const [a, b] = selection.map(frame.x).sort((one, other) => one - other) as [number, number];
    marks.push({
      type: 'rect',
      x: a,
      y: top,
      width: b - a,
      height: bottom - top,
      fill: 'accent',
      opacity: 0.12,
    });
  }
  for (const { y, label } of frame.levels) {
    marks.push({ type: 'path', points: [left, y, right, y], stroke: 'line', strokeWidth: 1 });
    const place = { x: left - 6, y: y + 3.5, anchor: 'end' } as const;
    marks.push({ type: 'text', ...place, text: label, size: SIZE, ink: 'muted' });
  }
  for (const step of ticks(from, to, Math.max(2, Math.floor(width / 110))).filter(Number.isInteger)) {
    const text = formatCount(step);
    const x = Math.max(left, Math.min(frame.x(step), width - textWidth(text, SIZE) / 2));
    marks.push({ type: 'text', x, y: height - 5, text, size: SIZE, ink: 'muted', anchor: 'middle' });
  }
  for (const ghost of ghosts) marks.push(...ghostMarks(ghost, frame));
  for (const line of lines) if (line.series.length > 0) marks.push(...lineMarks(line, frame));
  marks.push(...happenings(request, frame));
  if (cursor !== undefined && cursor >= from && cursor <= to)
    marks.push(...cursorMarks(cursor, lines, frame));
  return { width, height, marks };
}

function isWithin(step: number, { from, to }: CurveFrame): boolean {
  return step >= from && step <= to;
}

function lineMarks({ series, ink, fine, pale, dash }: CurveLine, frame: CurveFrame): Mark[] {
  const points: number[] = [];
  const upper: number[] = [];
  const lower: number[] = [];
  for (let at = 0; at < series.length; at++) {
    const mean = series.mean[at]!;
    const step = stepOf(series, at);
    if (Number.isNaN(mean) || !isWithin(step, frame)) continue;
    const x = frame.x(step);
    points.push(x, frame.y(mean));
    upper.push(x, frame.y(series.max[at]!));
    lower.push(x, frame.y(series.min[at]!));
  }
  const marks: Mark[] = [];
  if (fine && series.span > 1) {
    const area = [...upper];
    // Back along the lower edge.
    for (let at = lower.length - 2; at >= 0; at -= 2) area.push(lower[at]!, lower[at + 1]!);
    marks.push({ type: 'path', points: area, stroke: 'none', strokeWidth: 0, fill: ink, opacity: 0.18 });
  }
  const stroke = { stroke: ink, strokeWidth: fine ? 1.25 : 2, ...(pale && { opacity: 0.35 }) };
  marks.push({ type: 'path', points, ...stroke, ...(dash && { dash }) });
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

function ghostMarks({ series, label }: Ghost, frame: CurveFrame): Mark[] {
  const points: number[] = [];
  for (let at = 0; at < series.length; at++) {
    const mean = series.mean[at]!;
    const step = stepOf(series, at);
    if (Number.isNaN(mean) || !isWithin(step, frame)) continue;
    points.push(frame.x(step), frame.y(mean));
  }
  if (points.length === 0) return [];
  const [x, y] = points.slice(-2) as [number, number];
  const text = { text: label, size: 9, ink: 'muted', anchor: 'end' } as const;
  return [
    { type: 'path', points, stroke: 'muted', strokeWidth: 1.25, opacity: 0.6 },
    { type: 'text', x: Math.min(x + 3 + textWidth(label, 9), frame.right + 10), y: y + 3, ...text },
  ];
}

/** Hairlines with a word each, in rows so that no word covers another: at the top, or below where curves rise. */
function happenings({ marks = [], axis }: CurveRequest, frame: CurveFrame): Mark[] {
  const ends: number[] = [];
  return marks
    .filter(({ step }) => isWithin(step, frame))
    .flatMap(({ step, text }): Mark[] => {
      const x = frame.x(step);
      const width = textWidth(text, SIZE);
      const leftwards = x + 4 + width > frame.right;
      const start = leftwards ? x - 4 - width : x + 4;
      const free = ends.findIndex((end) => end <= start);
      const row = free < 0 ? ends.length : free;
      ends[row] = start + width + 4;
      const line = { points: [x, frame.top, x, frame.bottom], stroke: 'muted', strokeWidth: 1 } as const;
      return [
        { type: 'path', ...line, dash: [1, 3] },
        {
          type: 'text',
          x: start,
          y: axis === 'share' ? frame.bottom - 4 - row * 12 : frame.top + 8 + row * 12,
          text,
          size: SIZE,
          ink: 'ink',
        },
      ];
    });
}

function cursorMarks(cursor: number, lines: readonly CurveLine[], frame: CurveFrame): Mark[] {
  const x = frame.x(cursor);
  const marks: Mark[] = [
    { type: 'path', points: [x, frame.top, x, frame.bottom], stroke: 'muted', strokeWidth: 1 },
  ];
  for (const { series, ink, pale } of lines) {
    const value = pale ? Number.NaN : valueAt(series, cursor);
    if (Number.isNaN(value)) continue;
    const place = { x: x - 3, y: frame.y(value) - 3, width: 6, height: 6, radius: 3 };
    marks.push({ type: 'rect', ...place, fill: ink });
  }
  return marks;
}

/** What a series is at a step: the mean of the bucket that the step lies in, or of the last one before; NaN before the first. */
export function valueAt(series: Series, step: number): number {
  if (series.length === 0 || step < series.first) return Number.NaN;
  const last = Math.min(series.length - 1, Math.floor((step - series.first) / series.span));
  for (let at = last; at >= 0; at--) if (!Number.isNaN(series.mean[at]!)) return series.mean[at]!;
  return Number.NaN;
}
