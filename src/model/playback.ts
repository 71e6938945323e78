import { flatIndex, indexAt, type Shape, sizeOf } from '../base/tensor.ts';

/** The axes that playback steps over: the spatial ones, or the units where there are none. */
function steppedAxes(outputShape: Shape): Shape {
  return outputShape.length > 1 ? outputShape.slice(0, -1) : outputShape;
}

/** Steps that it takes to visit each output cell of one channel. */
export function stepCount(outputShape: Shape): number {
  return sizeOf(steppedAxes(outputShape));
}

/**
 * The output cell that is looked at in step `step`: row-major over the spatial axes of one channel, over the units
 * where there are no spatial axes. Steps past the end begin again.
 */
export function cellAtStep(outputShape: Shape, channel: number, step: number): number[] {
  const axes = steppedAxes(outputShape);
  const count = sizeOf(axes);
  const index = indexAt(axes, ((step % count) + count) % count);
  return outputShape.length > 1 ? [...index, channel] : index;
}

/** The step in which `cellAtStep` visits this output cell. */
export function stepOfCell(outputShape: Shape, index: readonly number[]): number {
  return flatIndex(steppedAxes(outputShape), index);
}
