import type { ScaleSpec } from '../base/color.ts';
import type { Shape, Tensor } from '../base/tensor.ts';
import { INPUT_NAME } from '../model/network.ts';
import type { Trace } from '../model/trace.ts';

interface Extent {
  readonly min: number;
  readonly max: number;
}

const extents = new WeakMap<Float32Array, Extent>();

/** Smallest and largest finite value; remembered, since arrays of a trace are never changed in place. */
function extentOf(data: Float32Array): Extent {
  const known = extents.get(data);
  if (known) return known;
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < data.length; at++) {
    const value = data[at]!;
    if (value < min && value > Number.NEGATIVE_INFINITY) min = value;
    if (value > max && value < Number.POSITIVE_INFINITY) max = value;
  }
  const extent = min <= max ? { min, max } : { min: 0, max: 0 };
  extents.set(data, extent);
  return extent;
}

/** Signed values: diverging, centred at zero. Unsigned: sequential from zero. */
function scaleOf(tensor: Tensor): ScaleSpec {
  const { min, max } = extentOf(tensor.data);
  if (min < 0) return { type: 'diverging', limit: Math.max(-min, max) };
  return { type: 'sequential', min: 0, max: max > 0 ? max : 1 };
}

/** A scale centred at zero that holds all values: weights and products. */
export function signedScale(data: Float32Array): ScaleSpec {
  const { min, max } = extentOf(data);
  return { type: 'diverging', limit: Math.max(-min, max) || 1 };
}

/** Whether a tensor of that shape can be looked at in colour: red, green and blue, as Keras has them. */
export function isColor(shape: Shape): boolean {
  return shape.length === 3 && shape[2] === 3;
}

/**
 * The one scale of a layer's output, or of the probe (`input`), which, where it has no negative values, is light for a
 * colour picture and gray for others.
 */
export function layerScale(trace: Trace, layer: string): ScaleSpec {
  if (layer !== INPUT_NAME) {
    const output = trace.layers.get(layer)?.output;
    return output ? scaleOf(output) : { type: 'sequential', min: 0, max: 1 };
  }
  const { min, max } = extentOf(trace.input.data);
  if (min < 0) return { type: 'diverging', limit: Math.max(-min, max) };
  if (isColor(trace.input.shape)) return { type: 'light', min: 0, max: Math.max(max, 1) };
  return { type: 'gray', min: 0, max: max > 0 ? max : 1 };
}
