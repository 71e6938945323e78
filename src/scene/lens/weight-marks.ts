import { flatIndex } from '../../base/tensor.ts';
import type { Ink, Mark } from '../marks.ts';
import type { LensContext } from './request.ts';

/** Smaller cells have no room for an outline. */
const SMALLEST = 7;

/** The outline of a weight's cell: of one that was changed by hand. */
export function weightOutline(
  { layer, weights, trained }: LensContext,
  name: string,
  index: readonly number[],
  size: number,
): Ink | undefined {
  const now = weights.get(layer)?.find((weight) => weight.name === name);
  const before = trained?.get(layer)?.find((weight) => weight.name === name);
  if (!now || !before || now.data === before.data || size < SMALLEST) return undefined;
  const at = flatIndex(now.shape, index);
  return now.data[at] === before.data[at] ? undefined : 'accent';
}

/** The frame around a weight's cell at x, y, where it is the one that is set by hand; to be put on top of all cells. */
export function weightFrame(
  { layer, chosen }: LensContext,
  name: string,
  index: readonly number[],
  { x, y, size }: { readonly x: number; readonly y: number; readonly size: number },
): Mark[] {
  const same = chosen?.layer === layer && chosen.weight === name;
  if (!same || index.some((position, axis) => position !== chosen.index[axis])) return [];
  const box = { x: x - 2, y: y - 2, width: size + 3, height: size + 3 };
  // A halo of the surface keeps it visible on cells of its own colour.
  return [
    { type: 'rect', ...box, stroke: 'surface', strokeWidth: 4 },
    { type: 'rect', ...box, stroke: 'ink', strokeWidth: 2 },
  ];
}
