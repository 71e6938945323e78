import { formatCount } from '../../scene/format.ts';
import { page } from '../../text/page.ts';

/** Where a cell stands in its map, counted from 0 as in Keras: `row 3, col 6 of 11 × 11, channel 2 of 16`, or `unit 3 of 10`. */
export function placeText(index: readonly number[], shape: readonly number[]): string {
  const at = (axis: number) => formatCount(index[axis]!);
  const of = (axis: number) => formatCount(shape[axis]!);
  if (shape.length < 3) return page.lens.unit(at(shape.length - 1), of(shape.length - 1));
  const place = page.lens.position(at(0), at(1), of(0), of(1));
  return shape[2]! > 1 ? `${place}, ${page.lens.channel(at(2), of(2))}` : place;
}
