import { sizeOf } from '../base/tensor.ts';
import { channelAxisIn } from '../model/channel-axis.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../model/network.ts';
import { partOf } from '../model/part-names.ts';
import { outputsOf, tapsOf } from '../model/window.ts';

/** First and last index along an axis, both included. */
export type Range = readonly [number, number];

/** A box of cells: a range an axis. */
export type Region = readonly Range[];

function whole(shape: readonly number[]): Region {
  return shape.map((size): Range => [0, size - 1]);
}

/** The box of a single cell. */
export function regionOf(index: readonly number[]): Region {
  return index.map((at): Range => [at, at]);
}

/** The smallest box around both. */
function hull(one: Region | undefined, other: Region): Region {
  return one
    ? one.map(([low, high], axis) => [Math.min(low, other[axis]![0]), Math.max(high, other[axis]![1])])
    : other;
}

/** A layer's windows with the axes along which they slide; undefined where it has none for these axes. */
function slidingOf(layer: NetworkLayer, axes: number) {
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  if (windows?.length !== axes - 1 || layer.inputShapes[0]!.length !== axes) return undefined;
  const channelAxis = channelAxisIn(layer.config, axes);
  const spatial = layer.outputShape.map((_, axis) => axis).filter((axis) => axis !== channelAxis);
  return { channelAxis, windowAt: (axis: number) => windows[spatial.indexOf(axis)]! };
}

const seen = new WeakMap<NetworkLayer, Map<number, Range>>();

/** The input channels that an output channel is made of; the same at every place, so it is asked once. */
function channelsBehind(layer: NetworkLayer, channelAxis: number, channel: number): Range {
  const known = seen.get(layer) ?? new Map<number, Range>();
  seen.set(layer, known);
  const all: Range = [0, layer.inputShapes[0]![channelAxis]! - 1];
  const found =
    known.get(channel) ?? (layer.params > 0 ? channelsOf(layer, channelAxis, channel) : [channel, channel]);
  const range = found ?? all;
  known.set(channel, range);
  return range;
}

function channelsOf(layer: NetworkLayer, channelAxis: number, channel: number): Range | undefined {
  const { definition, config, inputShapes, outputShape } = layer;
  const index = outputShape.map((size, axis) => (axis === channelAxis ? channel : Math.floor(size / 2)));
  return boxOf(definition.derive(config, inputShapes, index).terms, 0)?.[channelAxis];
}

interface Placed {
  readonly input: number;
  readonly inputIndex: readonly number[];
  readonly own?: number;
}

function boxOf(terms: readonly Placed[], input: number): Region | undefined {
  let box: [number, number][] | undefined;
  for (const term of terms) {
    if (term.input !== input || term.own !== undefined) continue;
    const { inputIndex } = term;
    if (!box) box = inputIndex.map((at): [number, number] => [at, at]);
    else
      for (const [axis, range] of box.entries()) {
        const at = inputIndex[axis]!;
        if (at < range[0]) range[0] = at;
        if (at > range[1]) range[1] = at;
      }
  }
  return box;
}

/** More cells than these are not asked one by one. */
const MOST_ASKED = 2048;

/** Whether each of the layer's cells is one of its input's, in another place. */
export function rearranges({ definition, config }: NetworkLayer): boolean {
  const operation = definition.operationOf?.(config) ?? definition.operation;
  return operation === 'identity' && definition.axes !== undefined;
}

/** How many cells a box holds. */
export function cellsIn(region: Region): number {
  return region.reduce((count, [first, last]) => count * (last - first + 1), 1);
}

/** Every cell of a box. */
function cellsOf(region: Region): number[][] {
  return region.reduce<number[][]>(
    (cells, [first, last]) =>
      cells.flatMap((cell) => Array.from({ length: last - first + 1 }, (_, at) => [...cell, first + at])),
    [[]],
  );
}

/** The corners of a box; of very many axes only the first and the last. */
function cornersOf(region: Region): number[][] {
  return region.reduce<number[][]>(
    (corners, [first, last]) =>
      corners.flatMap((corner) =>
        first === last
          ? [[...corner, first]]
          : [
              [...corner, first],
              [...corner, last],
            ],
      ),
    [[]],
  );
}

/**
 * The box of cells of the layer's input number `input` that the cells of `region` look at; undefined where they see
 * nothing of it, or nothing but padding.
 */
export function regionBehind(layer: NetworkLayer, region: Region, input = 0): Region | undefined {
  const { definition, config, inputShapes, outputShape } = layer;
  const shape = inputShapes[input]!;
  const sliding = input === 0 ? slidingOf(layer, region.length) : undefined;
  if (sliding) {
    const box = region.map(([first, last], axis): Range => {
      if (axis === sliding.channelAxis) {
        const [low] = channelsBehind(layer, axis, first);
        return [low, channelsBehind(layer, axis, last)[1]];
      }
      const window = sliding.windowAt(axis);
      const cells = [...tapsOf(window, first), ...tapsOf(window, last)].filter((tap) => tap.inside);
      return [Math.min(...cells.map((tap) => tap.cell)), Math.max(...cells.map((tap) => tap.cell))];
    });
    return box.every(([first, last]) => first <= last) ? box : undefined;
  }
  if (definition.seesAll?.(config, inputShapes)) return whole(shape);
  // Rearranged cells that lie side by side may come from around an edge: each is asked.
  const each = rearranges(layer) && cellsIn(region) <= MOST_ASKED;
  const boxes = (each ? cellsOf(region) : cornersOf(region)).flatMap((corner) => {
    const box = boxOf(definition.derive(config, inputShapes, corner).terms, input);
    return box ? [box] : [];
  });
  const single = region.every(([first, last]) => first === last);
  if (boxes.length > 0) return boxes.reduce((one, other) => hull(one, other));
  const between = !single && inputShapes.length > 1 && shape.length === region.length;
  // Of an input that lies wholly within a joined region no corner tells.
  if (between) return whole(shape);
  // Where not even a cell's terms are told, as in recurrent layers, everything may matter; padding has none.
  return sizeOf(outputShape) > 0 && layer.definition.compute ? whole(shape) : undefined;
}

/** The box of the model's input that the cell sees, through all layers: its receptive field there. */
export function regionInProbe(network: Network, layer: string, index: readonly number[]): Region | undefined {
  const regions = new Map<string, Region>([[layer, regionOf(index)]]);
  const start = network.layers.findIndex(({ name }) => name === layer);
  for (let at = start; at >= 0; at--) {
    const next = network.layers[at]!;
    const region = regions.get(next.name);
    if (!region) continue;
    for (const [input, name] of next.inputs.entries()) {
      const { layer: source, part } = partOf(name);
      const box = regionBehind(next, region, input);
      if (!box) continue;
      // A state stands for all that its layer has read.
      const own = part === 0 ? box : whole(network.byName.get(source)!.outputShape);
      regions.set(source, hull(regions.get(source), own));
    }
  }
  return regions.get(INPUT_NAME);
}

/** The box of `layer`'s output cells that look at input cell `index`; undefined where none does or where all do. */
export function regionAhead(layer: NetworkLayer, index: readonly number[]): Region | undefined {
  const sliding = slidingOf(layer, index.length);
  if (!sliding || layer.outputShape.length !== index.length) return undefined;
  const box = index.map((at, axis): Range => {
    if (axis !== sliding.channelAxis) {
      const outputs = outputsOf(sliding.windowAt(axis), at);
      return [Math.min(...outputs), Math.max(...outputs)];
    }
    return layer.params > 0 ? channelsAhead(layer, axis, at) : [at, at];
  });
  return box.every(([first, last]) => first <= last) ? box : undefined;
}

/** The output channels that an input channel is part of. */
function channelsAhead(layer: NetworkLayer, axis: number, channel: number): Range {
  const count = layer.outputShape[axis]!;
  const [low, high] = channelsBehind(layer, axis, 0);
  if (low === 0 && high === layer.inputShapes[0]![axis]! - 1) return [0, count - 1];
  const fed = Array.from({ length: count }, (_, output) => output).filter((output) => {
    const [first, last] = channelsBehind(layer, axis, output);
    return channel >= first && channel <= last;
  });
  return fed.length > 0 ? [fed[0]!, fed.at(-1)!] : [0, -1];
}
