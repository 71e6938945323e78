import { flatIndex, indexAt, type Shape, sizeOf } from '../base/tensor.ts';
import type { BaseConfig, LayerDefinition } from './layers/definition.ts';

/** For each axis of the model's input that is told, the first and the last place that each cell sees; `last` -1: none. */
export interface Boxes {
  readonly first: readonly Int32Array[];
  readonly last: readonly Int32Array[];
}

/** A layer as the boxes need it. */
interface Reader {
  readonly definition: LayerDefinition;
  readonly config: BaseConfig;
  readonly inputShapes: readonly Shape[];
  readonly outputShape: Shape;
  readonly macs: number;
}

/** Reads that are followed, at most: beyond that a model is too large to be followed cell by cell. */
const MOST_READS = 300_000;

/** Whether cells of the model leave the axes that they lie along, in a model small enough to follow every one of them. */
export function isToFollow(layers: readonly Reader[]): boolean {
  if (!layers.some(({ definition }) => definition.turnsAxes)) return false;
  const reads = layers.reduce((sum, { macs, outputShape }) => sum + macs / outputShape.at(-1)!, 0);
  return reads <= MOST_READS && layers.every(({ outputShape }) => sizeOf(outputShape) <= MOST_READS);
}

/** Each cell of the model's input sees itself. */
export function inputBoxes(shape: Shape, axes: number): Boxes {
  const size = sizeOf(shape);
  const places = Array.from({ length: axes }, (_, axis) =>
    Int32Array.from({ length: size }, (_, cell) => indexAt(shape, cell)[axis]!),
  );
  return { first: places, last: places };
}

interface Read {
  readonly input: number;
  readonly inputIndex: readonly number[];
}

function readsOf({ definition, config, inputShapes }: Reader, index: readonly number[]): readonly Read[] {
  const cells = definition.reads?.(config, inputShapes, index);
  if (cells) return cells.map((inputIndex) => ({ input: 0, inputIndex }));
  return definition.derive(config, inputShapes, index).terms.filter(({ own }) => own === undefined);
}

/** Whether all channels of a cell read the same, so that one speaks for them. */
function channelsAlike(layer: Reader): boolean {
  const start = layer.outputShape.map(() => 0);
  const end = [...start.slice(0, -1), layer.outputShape.at(-1)! - 1];
  const [one, other] = [readsOf(layer, start), readsOf(layer, end)];
  return (
    one.length === other.length &&
    one.every(({ inputIndex }, at) => String(inputIndex) === String(other[at]!.inputIndex))
  );
}

/** What the cells of a layer see, by what those of its inputs see. */
export function boxesThrough(layer: Reader, inputs: readonly Boxes[]): Boxes {
  const { outputShape, inputShapes } = layer;
  const size = sizeOf(outputShape);
  const channels = outputShape.at(-1)!;
  const stride = channelsAlike(layer) ? channels : 1;
  const first = inputs[0]!.first.map(() => new Int32Array(size).fill(2 ** 31 - 1));
  const last = inputs[0]!.last.map(() => new Int32Array(size).fill(-1));
  for (let cell = 0; cell < size; cell += stride) {
    for (const { input, inputIndex } of readsOf(layer, indexAt(outputShape, cell))) {
      const from = flatIndex(inputShapes[input]!, inputIndex);
      const seen = inputs[input]!;
      for (const axis of first.keys()) {
        first[axis]![cell] = Math.min(first[axis]![cell]!, seen.first[axis]![from]!);
        last[axis]![cell] = Math.max(last[axis]![cell]!, seen.last[axis]![from]!);
      }
    }
    for (const axis of first.keys()) {
      first[axis]!.fill(first[axis]![cell]!, cell, cell + stride);
      last[axis]!.fill(last[axis]![cell]!, cell, cell + stride);
    }
  }
  return { first, last };
}

/** Places from the first to the last along each axis, of the cell that sees most. */
export function boxSizes({ first, last }: Boxes): number[] {
  return first.map((places, axis) =>
    places.reduce((most, place, cell) => Math.max(most, last[axis]![cell]! - place + 1), 0),
  );
}
