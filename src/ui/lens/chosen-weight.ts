import { flatIndex, indexAt, sizeOf } from '../../base/tensor.ts';
import { channelAxisIn } from '../../model/channel-axis.ts';
import type { WeightSpec } from '../../model/layers/definition.ts';
import type { NetworkLayer } from '../../model/network.ts';
import type { WeightPlace } from '../../scene/lens/request.ts';
import type { Stores } from '../../stores/stores.ts';
import { pin, pinned } from '../view-actions.ts';

/** Whether each of the layer's weights belongs to one filter or unit, by its last axis, as its output's cells do. */
export function isSetByHand(layer: NetworkLayer): boolean {
  const { definition, config, inputShapes, outputShape, weights, params } = layer;
  const { operation } = definition;
  if (params === 0 || (operation !== 'conv' && operation !== 'dense')) return false;
  const windows = definition.windows?.(config, inputShapes) ?? [];
  const last = outputShape.length - 1;
  const plain =
    channelAxisIn(config, outputShape.length) === last && !windows.some((window) => window.transposed);
  return plain && weights.every((spec) => spec.shape.at(-1) === outputShape[last]);
}

/** The layer of the open lens, if its weights are set by hand. */
function weighted(stores: Stores): NetworkLayer | undefined {
  const { open } = stores.view.getState();
  const layer = open === undefined ? undefined : stores.document.getState().network.byName.get(open);
  return layer && isSetByHand(layer) ? layer : undefined;
}

/** Weights of one filter or unit, by the axes of their places. */
function placesOf({ shape }: WeightSpec): number[] {
  return shape.slice(0, -1);
}

/** The weight of the open lens that keys and fields set: the one chosen, else the first of the kernel. */
export function chosenWeight(stores: Stores): WeightPlace | undefined {
  const layer = weighted(stores);
  if (!layer) return undefined;
  const { weight } = stores.view.getState();
  const filter = pinned(stores).index.at(-1) ?? 0;
  const spec = layer.weights.find((known) => known.name === weight?.weight);
  const axes = spec && placesOf(spec);
  const there =
    weight?.layer === layer.name &&
    axes?.length === weight.place.length &&
    axes.every((size, axis) => weight.place[axis]! < size);
  if (there) return { layer: layer.name, weight: weight.weight, index: [...weight.place, filter] };
  const first = layer.weights[0]!;
  return { layer: layer.name, weight: first.name, index: [...placesOf(first).map(() => 0), filter] };
}

export function chooseWeight(stores: Stores, { layer, weight, index }: WeightPlace): void {
  const { compare } = stores.view.getState();
  const looked = pinned(stores);
  const [before, filter] = [looked.index.at(-1)!, index.at(-1)!];
  if (looked.layer === layer && before !== filter) {
    // One of the filter beside it: that is the filter looked at now, the other stands beside it.
    pin(stores, { layer, index: [...looked.index.slice(0, -1), filter] });
    if (compare?.layer === layer) stores.view.setState({ compare: { layer, channel: before } });
  }
  stores.view.setState({ playing: false, weight: { layer, weight, place: index.slice(0, -1) } });
}

/** The next weight of the same filter, or the one before: all of the kernel, row-major, then the bias; around the ends. */
export function stepWeight(stores: Stores, by: number): void {
  const layer = weighted(stores);
  const chosen = chosenWeight(stores);
  if (!layer || !chosen) return;
  const sizes = layer.weights.map((spec) => sizeOf(placesOf(spec)));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const at = layer.weights.findIndex(({ name }) => name === chosen.weight);
  const before = sizes.slice(0, at).reduce((sum, size) => sum + size, 0);
  const place = flatIndex(placesOf(layer.weights[at]!), chosen.index.slice(0, -1));
  let flat = (((before + place + by) % total) + total) % total;
  const next = sizes.findIndex((size) => {
    if (flat < size) return true;
    flat -= size;
    return false;
  });
  const spec = layer.weights[next]!;
  const index = [...indexAt(placesOf(spec), flat), chosen.index.at(-1)!];
  chooseWeight(stores, { layer: layer.name, weight: spec.name, index });
}

/** The weight beside the chosen one: along the kernel's first axes by `rows` and `cols`, held at the edges. */
export function moveWeight(stores: Stores, rows: number, cols: number): void {
  const layer = weighted(stores);
  const chosen = chosenWeight(stores);
  const shape = layer?.weights.find(({ name }) => name === chosen?.weight)?.shape;
  if (!chosen || !shape) return;
  const flat = shape.length < 4;
  const steps = flat ? [rows + cols] : [rows, cols];
  const index = chosen.index.map((position, axis) => {
    if (axis === shape.length - 1) return position;
    return Math.max(0, Math.min(shape[axis]! - 1, position + (steps[axis] ?? 0)));
  });
  chooseWeight(stores, { ...chosen, index });
}
