import type { Focus } from '../../model/document.ts';
import type { Network } from '../../model/network.ts';
import { partOf } from '../../model/part-names.ts';
import { regionBehind, regionOf } from '../region.ts';
import type { ShapeView } from '../view-of-shape.ts';

/** Where the axes that a map doesn't show stand: at the cell that is looked at, in the middle of its window, else in their own middle. */
export function sliceOf(
  { shape, sliced }: ShapeView,
  name: string,
  network: Network,
  looked: Focus | undefined,
): readonly number[] {
  if (sliced.length === 0) return [];
  const middle = shape.map((size) => Math.floor(size / 2));
  if (!looked) return middle;
  if (looked.layer === name && looked.index.length === shape.length) return looked.index;
  const layer = network.byName.get(looked.layer);
  const input = layer?.inputs.findIndex((read) => partOf(read).layer === name) ?? -1;
  if (!layer || input < 0 || layer.outputShape.length !== looked.index.length) return middle;
  const region = regionBehind(layer, regionOf(looked.index), input);
  if (region?.length !== shape.length) return middle;
  return region.map(([first, last]) => Math.floor((first + last) / 2));
}
