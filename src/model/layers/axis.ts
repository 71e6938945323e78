import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';

/** Place of a Keras axis, which counts the batch axis and may count from the end, in a shape without that axis. */
export function axisIn(axis: number, shape: Shape): number {
  return axis < 0 ? shape.length + axis : axis - 1;
}

/** Refuses an axis that the input has not, and the batch axis. */
export function checkAxis(axis: number, shape: Shape, path = 'config.axis'): void {
  const place = axisIn(axis, shape);
  if (place >= 0 && place < shape.length) return;
  throw new KernelscopeError({
    code: 'shape',
    path,
    expected: `an axis from 1 to ${shape.length}, or from -${shape.length} to -1 (0 is the batch)`,
    received: String(axis),
    reason: 'axis',
  });
}
