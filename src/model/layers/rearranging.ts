import { flatIndex, indexAt, type Shape } from '../../base/tensor.ts';
import { tuple } from './tuple.ts';

/** A layer that only rearranges: where each cell of its input stands in its output. */
export interface Rearranging {
  /** As it would be written: `Permute((2, 1))`. */
  readonly name: string;
  readonly shape: Shape;
  placeOf(index: readonly number[]): readonly number[];
}

export function reshaping(input: Shape, target: Shape): Rearranging {
  return {
    name: `Reshape(${tuple(target)})`,
    shape: target,
    placeOf: (index) => indexAt(target, flatIndex(input, index)),
  };
}

/** `dims` as Keras counts them, from 1. */
export function permuting(input: Shape, dims: readonly number[]): Rearranging {
  return {
    name: `Permute(${tuple(dims)})`,
    shape: dims.map((axis) => input[axis - 1]!),
    placeOf: (index) => dims.map((axis) => index[axis - 1]!),
  };
}

function orders(axes: readonly number[]): number[][] {
  if (axes.length < 2) return [[...axes]];
  return axes.flatMap((axis) =>
    orders(axes.filter((other) => other !== axis)).map((rest) => [axis, ...rest]),
  );
}

/** More axes than this have too many orders to try. */
const MOST_ORDERED = 5;

/** The Permute whose output has the same sizes as a Reshape's, but for those of 1, where there is one that differs. */
export function permuteLike(input: Shape, target: Shape): Rearranging | undefined {
  const axes = input.flatMap((size, axis) => (size > 1 ? [axis] : []));
  const wanted = target.filter((size) => size > 1);
  if (axes.length > MOST_ORDERED || axes.length !== wanted.length) return undefined;
  const same = (order: readonly number[]) => order.every((axis, at) => input[axis] === wanted[at]);
  if (same(axes)) return undefined;
  const order = orders(axes).find(same);
  if (!order) return undefined;
  const ones = input.flatMap((size, axis) => (size > 1 ? [] : [axis]));
  return permuting(
    input,
    [...order, ...ones].map((axis) => axis + 1),
  );
}
