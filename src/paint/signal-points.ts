import type { SignalMark } from '../scene/marks.ts';

/** Flat x, y, x, y …; `NaN` lifts the pen. */
type Points = number[];

/** A signal as painters draw it: its line, and the areas between it and zero where it is filled. */
export interface SignalPoints {
  readonly line: Points;
  readonly above: Points;
  readonly below: Points;
}

/** The steps that are drawn: all, or where there are more than two a pixel the smallest and the largest of each. */
function stepsDrawn({ values, offset, stride, count, width }: SignalMark): number[] {
  const pixels = Math.max(1, Math.ceil(width));
  if (count <= 2 * pixels) return Array.from({ length: count }, (_, step) => step);
  const steps: number[] = [];
  for (let pixel = 0; pixel < pixels; pixel++) {
    const end = Math.floor(((pixel + 1) * count) / pixels);
    let low = Math.floor((pixel * count) / pixels);
    let high = low;
    for (let step = low + 1; step < end; step++) {
      if (values[offset + step * stride]! < values[offset + low * stride]!) low = step;
      if (values[offset + step * stride]! > values[offset + high * stride]!) high = step;
    }
    steps.push(Math.min(low, high), ...(low === high ? [] : [Math.max(low, high)]));
  }
  return steps;
}

/** The area between the line and zero on one side of it: the line, kept from crossing. Empty where there is none. */
function area(line: Points, zero: number, side: -1 | 1): Points {
  const points: Points = [line[0]!, zero];
  let any = false;
  const push = (x: number, y: number) => {
    // Along zero the ends are enough.
    if (y === zero && points.at(-1) === zero && points.at(-3) === zero) points.splice(-2, 2);
    points.push(x, y);
  };
  for (let at = 0; at < line.length; at += 2) {
    const [x, y] = [line[at]!, line[at + 1]!];
    if (at > 0) {
      const [fromX, fromY] = [line[at - 2]!, line[at - 1]!];
      if ((fromY < zero && y > zero) || (fromY > zero && y < zero))
        push(tenth(fromX + ((zero - fromY) / (y - fromY)) * (x - fromX)), zero);
    }
    const kept = side < 0 ? Math.min(y, zero) : Math.max(y, zero);
    if (kept !== zero) any = true;
    push(x, kept);
  }
  push(line.at(-2)!, zero);
  return any ? points : [];
}

/** Finer places nobody sees. */
function tenth(place: number): number {
  return Math.round(place * 10) / 10;
}

/** Where the line of a signal runs. A number that is none lifts the pen; a line with such is not filled. */
export function signalPoints(mark: SignalMark): SignalPoints {
  const { x, y, width, height, values, offset, stride, count, low, high } = mark;
  const unit = height / (high - low || 1);
  const heightOf = (value: number) =>
    tenth(Math.min(y + height, Math.max(y, y + height - (value - low) * unit)));
  const line = stepsDrawn(mark).flatMap((step) => {
    const value = values[offset + step * stride]!;
    return Number.isNaN(value)
      ? [Number.NaN, Number.NaN]
      : [tenth(x + ((step + 0.5) * width) / count), heightOf(value)];
  });
  if (!mark.filled || line.length === 0 || line.some(Number.isNaN)) return { line, above: [], below: [] };
  const zero = heightOf(0);
  return { line, above: area(line, zero, -1), below: area(line, zero, 1) };
}
