import type { ScalarFunction } from '../../model/activations.ts';
import type { Mark } from '../marks.ts';
import type { Rect } from '../rect.ts';

/** A range around zero that holds all of `values`. */
export function curveDomain(values: readonly number[]): readonly [number, number] {
  const reach = Math.max(1, ...values.map((value) => Math.abs(value))) * 1.15;
  return [-reach, reach];
}

/** An activation's curve with its axes and the point of the cell on it. */
export function curveMarks(
  apply: ScalarFunction,
  input: number,
  domain: readonly [number, number],
  { x, y, width, height }: Rect,
): Mark[] {
  const [low, high] = domain;
  const steps = 64;
  const inputs = Array.from({ length: steps + 1 }, (_, at) => low + ((high - low) * at) / steps);
  const outputs = inputs.map(apply);
  const point = apply(input);
  const bottom = Math.min(0, point, ...outputs);
  const top = Math.max(0, point, ...outputs);
  const span = top - bottom || 1;
  const placeX = (value: number) => x + ((value - low) / (high - low)) * width;
  const placeY = (value: number) => y + height - ((value - bottom) / span) * height;
  const points = inputs.flatMap((value, at) => [placeX(value), placeY(outputs[at]!)]);
  const atX = placeX(input);
  const atY = placeY(point);
  return [
    { type: 'path', points: [x, placeY(0), x + width, placeY(0)], stroke: 'line', strokeWidth: 1 },
    { type: 'path', points: [placeX(0), y, placeX(0), y + height], stroke: 'line', strokeWidth: 1 },
    { type: 'path', points, stroke: 'muted', strokeWidth: 1.75 },
    {
      type: 'path',
      points: [atX, placeY(0), atX, atY, placeX(0), atY],
      stroke: 'accent',
      strokeWidth: 1,
      dash: [3, 3],
    },
    {
      type: 'rect',
      x: atX - 5,
      y: atY - 5,
      width: 10,
      height: 10,
      radius: 5,
      fill: 'accent',
      stroke: 'surface',
      strokeWidth: 1.5,
    },
  ];
}
