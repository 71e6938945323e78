import { formatNumber } from '../format.ts';
import type { Mark, Picture } from '../marks.ts';

/** What was predicted beside what was true, sample by sample, in the unit of the data. */
export interface PredictionsRequest {
  readonly truths: Float32Array;
  readonly predictions: Float32Array;
  /** Whether one sample follows the other in time: then two lines, else a point each. */
  readonly ordered: boolean;
  readonly unit: string;
}

const LEFT = 34;
const BOTTOM = 14;
const TOP = 8;
const SIZE = 10;
const DOT = 2;
/** Samples that have room as a line. */
const MOST_SHOWN = 240;

function rangeOf(...lists: readonly Float32Array[]): readonly [low: number, high: number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (const list of lists) {
    for (const value of list) {
      if (!Number.isFinite(value)) continue;
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
  }
  if (low > high) return [0, 1];
  return low === high ? [low - 1, high + 1] : [low, high];
}

function levels([low, high]: readonly [number, number], unit: string, bottom: number): Mark[] {
  const text = (value: number, y: number): Mark => ({
    type: 'text',
    x: LEFT - 4,
    y,
    text: formatNumber(value),
    size: SIZE,
    anchor: 'end',
    ink: 'muted',
  });
  const named: Mark = { type: 'text', x: 0, y: bottom + BOTTOM - 2, text: unit, size: SIZE, ink: 'muted' };
  return [text(high, TOP + SIZE / 2), text(low, bottom), ...(unit === '' ? [] : [named])];
}

/** Truth and prediction of test samples: as two lines over time, or a point each on the line where both are the same. */
export function predictionsPicture(request: PredictionsRequest, width: number, height: number): Picture {
  const { ordered, unit } = request;
  const shown = ordered ? MOST_SHOWN : request.truths.length;
  const truths = request.truths.subarray(0, shown);
  const predictions = request.predictions.subarray(0, shown);
  const [low, high] = rangeOf(truths, predictions);
  const bottom = height - BOTTOM;
  const y = (value: number) => bottom - ((value - low) / (high - low)) * (bottom - TOP);
  const across = Math.max(1, width - LEFT - 2);
  const frame: Mark = {
    type: 'path',
    points: [LEFT, TOP, LEFT, bottom, width, bottom],
    stroke: 'line',
    strokeWidth: 1,
  };
  if (ordered) {
    const line = {
      type: 'signal',
      x: LEFT,
      y: TOP,
      width: across,
      height: bottom - TOP,
      offset: 0,
      stride: 1,
      low,
      high,
    } as const;
    return {
      width,
      height,
      marks: [
        frame,
        ...levels([low, high], unit, bottom),
        { ...line, values: truths, count: truths.length, ink: 'muted', strokeWidth: 1.5 },
        { ...line, values: predictions, count: predictions.length, ink: 'accent', strokeWidth: 1.25 },
      ],
    };
  }
  const x = (value: number) => LEFT + ((value - low) / (high - low)) * across;
  return {
    width,
    height,
    marks: [
      frame,
      ...levels([low, high], unit, bottom),
      { type: 'path', points: [x(low), y(low), x(high), y(high)], stroke: 'line', strokeWidth: 1 },
      ...Array.from(
        truths,
        (truth, at): Mark => ({
          type: 'rect',
          x: x(truth) - DOT / 2,
          y: y(predictions[at]!) - DOT / 2,
          width: DOT,
          height: DOT,
          fill: 'accent',
          opacity: 0.6,
        }),
      ),
    ],
  };
}
