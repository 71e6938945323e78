import { formatCount } from '../../scene/format.ts';
import { viewOfShape } from '../../scene/view-of-shape.ts';
import { page } from '../../text/page.ts';

/** Where a cell stands within its channel, without its slice where that is said beside it: `row 3, col 6 of 11 × 11`, `step 4 of 128`; where there are more axes, in which slice. */
export function spotText(
  index: readonly number[],
  shape: readonly number[],
  channelAxis: number = shape.length - 1,
  inSlice = true,
): string {
  const at = (axis: number) => formatCount(index[axis]!);
  const of = (axis: number) => formatCount(shape[axis]!);
  if (shape.length < 2) return page.lens.unit(at(0), of(0));
  const { down, across, sliced } = viewOfShape(shape, channelAxis);
  if (shape.length === 2) return page.lens.step(at(down), of(down));
  const place = page.lens.position(at(down), at(across), of(down), of(across));
  const slices = (inSlice ? sliced : sliced.slice(0, -1)).map((axis) => page.lens.slice(at(axis), of(axis)));
  return [...slices, place].join(', ');
}

/** Of a volume: in which slice of its last axis that maps do not show. */
export function sliceText(index: readonly number[], shape: readonly number[], channelAxis: number): string {
  const axis = shape.length < 4 ? undefined : viewOfShape(shape, channelAxis).sliced.at(-1);
  return axis === undefined ? '' : page.lens.slice(formatCount(index[axis]!), formatCount(shape[axis]!));
}

/** In which channel, where there are several. */
export function channelText(
  index: readonly number[],
  shape: readonly number[],
  channelAxis: number = shape.length - 1,
): string {
  if (shape.length < 2 || shape[channelAxis] === 1) return '';
  return page.lens.channel(formatCount(index[channelAxis]!), formatCount(shape[channelAxis]!));
}

/** Where a cell stands, counted from 0 as in Keras: `row 3, col 6 of 11 × 11, channel 2 of 16`, `step 4 of 128, channel 0 of 9` or `unit 3 of 10`. */
export function placeText(
  index: readonly number[],
  shape: readonly number[],
  channelAxis: number = shape.length - 1,
): string {
  const parts = [spotText(index, shape, channelAxis), channelText(index, shape, channelAxis)];
  return parts.filter((part) => part !== '').join(', ');
}
