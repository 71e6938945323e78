import type { Shape } from '../../base/tensor.ts';

/** What Keras takes a weight's fans for where it knows nothing but the shape: `[…size, in, out]`. */
export function fansOf(shape: Shape): { readonly fanIn: number; readonly fanOut: number } {
  // Keras takes the length of a weight with one axis for both.
  if (shape.length === 1) return { fanIn: shape[0]!, fanOut: shape[0]! };
  const area = shape.slice(0, -2).reduce((product, size) => product * size, 1);
  return { fanIn: area * shape.at(-2)!, fanOut: area * shape.at(-1)! };
}
