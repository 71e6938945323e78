/** Sizes by axis. Activations are `[row, col, channel]` (no batch axis outside the engine). */
export type Shape = readonly number[];

/** A dense array of numbers in row-major order (last axis fastest). */
export interface Tensor {
  readonly shape: Shape;
  readonly data: Float32Array;
}

/** Number of elements of a tensor of this shape; 1 for a scalar's `[]`. */
export function sizeOf(shape: Shape): number {
  let size = 1;
  for (const length of shape) size *= length;
  return size;
}

/** Elements to skip in the flat data to move by one along each axis (row-major). */
export function stridesOf(shape: Shape): number[] {
  const strides = new Array<number>(shape.length);
  let stride = 1;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    strides[axis] = stride;
    stride *= shape[axis]!;
  }
  return strides;
}

/** Position of `index` in the flat data. Does not check bounds. */
export function flatIndex(shape: Shape, index: readonly number[]): number {
  let flat = 0;
  for (let axis = 0; axis < shape.length; axis++) flat = flat * shape[axis]! + index[axis]!;
  return flat;
}

/** The index along each axis of the flat position `flat`: the inverse of `flatIndex`. */
export function indexAt(shape: Shape, flat: number): number[] {
  const index = new Array<number>(shape.length);
  let rest = flat;
  for (let axis = shape.length - 1; axis >= 0; axis--) {
    const length = shape[axis]!;
    index[axis] = rest % length;
    rest = Math.floor(rest / length);
  }
  return index;
}

/** A tensor of zeros. */
export function zeros(shape: Shape): Tensor {
  return { shape, data: new Float32Array(sizeOf(shape)) };
}
