import { flatIndex, indexAt, sizeOf } from '../base/tensor.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from '../model/network.ts';
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

/** The box of input cells that the cells of `region` look at; undefined where they see nothing but padding. */
export function regionBehind(layer: NetworkLayer, region: Region): Region | undefined {
  const shape = layer.inputShapes[0]!;
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  if (windows && shape.length === region.length) {
    const spatial = windows.map((window, axis): Range => {
      const [first, last] = region[axis]!;
      const cells = [...tapsOf(window, first), ...tapsOf(window, last)].filter((tap) => tap.inside);
      return [Math.min(...cells.map((tap) => tap.cell)), Math.max(...cells.map((tap) => tap.cell))];
    });
    if (spatial.some(([first, last]) => !(first <= last))) return undefined;
    const rest = layer.params > 0 ? whole(shape).slice(windows.length) : region.slice(windows.length);
    return [...spatial, ...rest];
  }
  if (layer.definition.seesAll?.(layer.config, layer.inputShapes)) return whole(shape);
  // A Dense layer on maps mixes the channels of each place.
  if (layer.params > 0) return [...region.slice(0, -1), ...whole(shape).slice(-1)];
  const same =
    shape.length === region.length && shape.every((size, axis) => size === layer.outputShape[axis]);
  if (same) return region;
  if (sizeOf(shape) === sizeOf(layer.outputShape)) {
    const single = region.every(([first, last]) => first === last);
    const corner = region.map(([first]) => first);
    return single ? regionOf(indexAt(shape, flatIndex(layer.outputShape, corner))) : whole(shape);
  }
  return [...whole(shape).slice(0, -1), region.at(-1)!];
}

/** The box of the model's input that the cell sees, through all layers: its receptive field there. */
export function regionInProbe(network: Network, layer: string, index: readonly number[]): Region | undefined {
  let region: Region | undefined = regionOf(index);
  let at = network.byName.get(layer);
  while (region && at) {
    region = regionBehind(at, region);
    const name: string = at.inputs[0] ?? INPUT_NAME;
    at = name === INPUT_NAME ? undefined : network.byName.get(name);
  }
  return region;
}

/** The box of `layer`'s output cells that look at input cell `index`; undefined where none does or where all do. */
export function regionAhead(layer: NetworkLayer, index: readonly number[]): Region | undefined {
  const windows = layer.definition.windows?.(layer.config, layer.inputShapes);
  if (!windows || layer.outputShape.length !== index.length) return undefined;
  const spatial = windows.map((window, axis): Range => {
    const outputs = outputsOf(window, index[axis]!);
    return [Math.min(...outputs), Math.max(...outputs)];
  });
  if (spatial.some(([first, last]) => !(first <= last))) return undefined;
  const rest =
    layer.params > 0 ? whole(layer.outputShape).slice(windows.length) : regionOf(index).slice(windows.length);
  return [...spatial, ...rest];
}
