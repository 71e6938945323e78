import type { Ink, Mark, Picture } from '../marks.ts';
import { textWidth } from '../text-width.ts';
import { curvePicture } from './curve.ts';
import { curveFrame } from './curve-frame.ts';
import type { CurveRequest } from './curve-request.ts';
import { createSeries } from './series.ts';

const SIZE = 11;

/** How the line of one of several models is drawn, so that it is known again elsewhere. */
export interface LineLook {
  readonly ink: Ink;
  readonly dash?: readonly number[];
}

const INKS: readonly Ink[] = ['accent', 'second', 'negative', 'muted'];

/** By a model's place: four colours, then the same dashed. */
export function lookOf(place: number): LineLook {
  const ink = INKS[place % INKS.length]!;
  return place < INKS.length ? { ink } : { ink, dash: [5, 3] };
}

/** A line of one value after another, with a word at its end. */
export interface LabelledLine extends LineLook {
  readonly label: string;
  readonly values: readonly number[];
  /** Thin, without dots. */
  readonly fine?: boolean;
}

export interface ComparedRequest {
  readonly lines: readonly LabelledLine[];
  /** Number of the first value. */
  readonly first: number;
  readonly width: number;
  readonly height: number;
  /** As in a chart of curves; `fitted`: from the least to the largest value. */
  readonly axis: 'share' | 'positive' | 'fitted';
  /** Number of the last value that there will be. */
  readonly steps: number;
}

/** Several lines in one plane, each with its label where it ends; labels do not cover one another. */
export function comparedPicture({ lines, first, width, height, axis, steps }: ComparedRequest): Picture {
  const request: CurveRequest = {
    width,
    height,
    axis: axis === 'fitted' ? 'positive' : axis,
    steps,
    ...(axis === 'fitted' && { from: first }),
    lines: lines.map(({ label, values, ink, dash, fine }) => {
      const series = createSeries(Math.max(values.length, 1));
      values.forEach((value, at) => {
        series.push(first + at, value);
      });
      return { series, name: label, ink, dash, fine: fine ?? false };
    }),
  };
  const picture = curvePicture(request);
  const frame = curveFrame(request);
  const ends = request.lines
    .map(({ series, name, ink }) => ({
      x: frame.x(series.last),
      y: frame.y(series.latest),
      name,
      ink,
      series,
    }))
    .filter(({ series }) => series.length > 0)
    .sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  const labels = ends.map(({ x, y, name, ink }): Mark => {
    const baseline = Math.max(y + 4, free);
    free = baseline + SIZE;
    const right = Math.min(x + 5, width - textWidth(name, SIZE));
    return { type: 'text', x: right, y: baseline, text: name, size: SIZE, ink, weight: 600 };
  });
  return { ...picture, marks: [...picture.marks, ...labels] };
}
