import type { PathMark, RectMark, SignalMark } from '../scene/marks.ts';
import { signalPoints } from './signal-points.ts';
import type { themes } from './theme.ts';

export type Context = CanvasRenderingContext2D;
export type Colors = (typeof themes)['light'];

/** Moves lengths to whole device pixels, so that hairlines and cells are crisp at any ratio. */
export type Snap = (value: number) => number;

/** Diagonal hairlines: padding. */
export function paintHatch(
  context: Context,
  left: number,
  top: number,
  width: number,
  height: number,
  color: string,
): void {
  context.strokeStyle = color;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  for (let along = 5; along < width + height; along += 6) {
    const over = Math.max(0, along - height);
    const right = Math.min(along, width);
    context.moveTo(left + over, top + along - over);
    context.lineTo(left + right, top + along - right);
  }
  context.stroke();
}

export function paintRect(context: Context, mark: RectMark, colors: Colors, snap: Snap, ratio: number): void {
  const left = snap(mark.x);
  const top = snap(mark.y);
  const width = Math.max(snap(mark.x + mark.width) - left, mark.fill ? 1 / ratio : 0);
  const height = Math.max(snap(mark.y + mark.height) - top, mark.fill ? 1 / ratio : 0);
  if (mark.fill && mark.fill !== 'none') {
    context.fillStyle = colors[mark.fill];
    if (mark.radius) {
      context.beginPath();
      context.roundRect(left, top, width, height, Math.min(mark.radius, width / 2, height / 2));
      context.fill();
    } else context.fillRect(left, top, width, height);
  }
  if (mark.padding) paintHatch(context, left, top, width, height, colors.line);
  if (mark.stroke && mark.stroke !== 'none') {
    const line = Math.max(1 / ratio, snap(mark.strokeWidth ?? 1));
    context.strokeStyle = colors[mark.stroke];
    context.lineWidth = line;
    context.setLineDash((mark.dash as number[] | undefined) ?? []);
    context.beginPath();
    const box = [
      left + line / 2,
      top + line / 2,
      Math.max(0, width - line),
      Math.max(0, height - line),
    ] as const;
    if (mark.radius) context.roundRect(...box, mark.radius);
    else context.rect(...box);
    context.stroke();
  }
}

export function paintPath(context: Context, mark: PathMark, colors: Colors): void {
  const { points } = mark;
  context.beginPath();
  let lifted = true;
  for (let at = 0; at + 1 < points.length; at += 2) {
    const x = points[at]!;
    const y = points[at + 1]!;
    if (Number.isNaN(x)) lifted = true;
    else if (lifted) {
      context.moveTo(x, y);
      lifted = false;
    } else if (mark.curve === 'smooth') {
      const fromX = points[at - 2]!;
      const fromY = points[at - 1]!;
      const middle = (fromX + x) / 2;
      context.bezierCurveTo(middle, fromY, middle, y, x, y);
    } else context.lineTo(x, y);
  }
  if (mark.fill && mark.fill !== 'none') {
    context.fillStyle = colors[mark.fill];
    context.fill();
  }
  if (mark.stroke !== 'none' && mark.strokeWidth > 0) {
    context.strokeStyle = colors[mark.stroke];
    context.lineWidth = mark.strokeWidth;
    context.setLineDash((mark.dash as number[] | undefined) ?? []);
    context.lineJoin = 'round';
    context.stroke();
  }
}

/** How strongly the area between a signal and zero is tinted. */
export const SIGNAL_TINT = 0.28;

export function paintSignal(context: Context, mark: SignalMark, colors: Colors): void {
  const { line, above, below } = signalPoints(mark);
  const opacity = mark.opacity ?? 1;
  const path = { type: 'path', stroke: 'none', strokeWidth: 0 } as const;
  context.globalAlpha = opacity * SIGNAL_TINT;
  if (above.length > 0) paintPath(context, { ...path, points: above, fill: 'positive' }, colors);
  if (below.length > 0) paintPath(context, { ...path, points: below, fill: 'negative' }, colors);
  context.globalAlpha = opacity;
  paintPath(
    context,
    { ...path, points: line, stroke: mark.ink, strokeWidth: mark.strokeWidth ?? 1.25 },
    colors,
  );
}
