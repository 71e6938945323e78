import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';

/** Axes of an input by the number of spatial axes, as Keras calls a rank: without the batch axis. */
const SPATIAL_AXES = [[], ['step'], ['row', 'col'], ['depth', 'row', 'col']];

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Refuses an input that has not `axes` spatial axes and a channel axis. */
export function checkSpatial(input: Shape, axes: number): void {
  if (input.length === axes + 1) return;
  const expected = `an input with ${axes + 1} axes, [${[...(SPATIAL_AXES[axes] ?? []), 'channel'].join(', ')}]`;
  throw new KernelscopeError({ code: 'shape', expected, received: shapeText(input), reason: 'rank' });
}

/** Refuses a window that is larger than its input: no output cell would be left. */
export function checkFits(input: Shape, output: readonly number[], path: string): void {
  if (output.every((size) => size >= 1)) return;
  throw new KernelscopeError({
    code: 'shape',
    path,
    expected: 'a window that fits into the input (the output size would not be positive)',
    received: `an input of ${shapeText(input)}`,
    reason: 'window-too-large',
  });
}
