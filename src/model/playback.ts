import { flatIndex, indexAt, type Shape, sizeOf } from '../base/tensor.ts';
import type { NetworkLayer } from './network.ts';

/** Steps of a recurrent layer whose output doesn't tell them apart: the playhead walks these; undefined of others. */
export function stepsBehind({
  definition,
  outputShape,
  inputShapes,
}: Pick<NetworkLayer, 'definition' | 'outputShape' | 'inputShapes'>): number | undefined {
  return definition.operation === 'recurrent' && outputShape.length === 1 ? inputShapes[0]![0]! : undefined;
}

/** Whether a step beside a cell is one that its layer has; none is right for every layer. */
export function isStepOf(layer: NetworkLayer | undefined, step: number | undefined): boolean {
  return step === undefined || (layer !== undefined && step < (stepsBehind(layer) ?? 0));
}

/** What stands at the axes that playback steps over: all but the channels', or the units' where there is no other. */
function stepped(axes: readonly number[], channelAxis: number): readonly number[] {
  return axes.length > 1 ? axes.filter((_, axis) => axis !== channelAxis) : axes;
}

/** Steps that it takes to visit each output cell of one channel. */
export function stepCount(outputShape: Shape, channelAxis = outputShape.length - 1): number {
  return sizeOf(stepped(outputShape, channelAxis));
}

/**
 * The output cell that is looked at in step `step`: row-major over the other axes of one channel, over the units
 * where there are no others. Steps past the end begin again.
 */
export function cellAtStep(
  outputShape: Shape,
  channel: number,
  step: number,
  channelAxis = outputShape.length - 1,
): number[] {
  const axes = stepped(outputShape, channelAxis);
  const count = sizeOf(axes);
  const index = indexAt(axes, ((step % count) + count) % count);
  return outputShape.length > 1 ? index.toSpliced(channelAxis, 0, channel) : index;
}

/** The step in which `cellAtStep` visits this output cell. */
export function stepOfCell(
  outputShape: Shape,
  index: readonly number[],
  channelAxis = outputShape.length - 1,
): number {
  return flatIndex(stepped(outputShape, channelAxis), stepped(index, channelAxis));
}
