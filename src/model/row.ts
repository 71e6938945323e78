import { flatIndex, type Shape, stridesOf } from '../base/tensor.ts';

/** Flat positions of the cells along `axes` (ascending) that else stand where `index` does, in row-major order. */
export function rowAt(shape: Shape, axes: readonly number[], index: readonly number[]): number[] {
  const strides = stridesOf(shape);
  const start = index.map((at, axis) => (axes.includes(axis) ? 0 : at));
  return axes.reduce(
    (positions, axis) =>
      positions.flatMap((position) =>
        Array.from({ length: shape[axis]! }, (_, at) => position + at * strides[axis]!),
      ),
    [flatIndex(shape, start)],
  );
}
