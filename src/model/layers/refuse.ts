import { KernelscopeError } from '../../base/errors.ts';
import type { Shape } from '../../base/tensor.ts';

/** Axes of an input by the number of spatial axes, as Keras calls a rank: without the batch axis. */
const SPATIAL_AXES = [[], ['step'], ['row', 'col'], ['depth', 'row', 'col']];

function shapeText(shape: readonly number[]): string {
  return `[${shape.join(', ')}]`;
}

/** Refuses an input that has not `axes` spatial axes and a channel axis. */
export function checkSpatial(input: Shape, axes: number, channelsFirst = false): void {
  if (input.length === axes + 1) return;
  const spatial = SPATIAL_AXES[axes] ?? [];
  const names = channelsFirst ? ['channel', ...spatial] : [...spatial, 'channel'];
  const expected = `an input with ${axes + 1} axes, [${names.join(', ')}]`;
  throw new KernelscopeError({ code: 'shape', expected, received: shapeText(input), reason: 'rank' });
}

/** Refuses an input that has not `rank` axes. */
export function checkRank(input: Shape, rank: number): void {
  if (input.length === rank) return;
  const expected = `an input with ${rank} ${rank === 1 ? 'axis' : 'axes'}`;
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

/** Refuses another number of inputs than the layer reads. */
export function checkArity(arity: 'many' | 'states' | undefined, inputs: readonly Shape[]): void {
  if (arity === 'states') return;
  if (arity === 'many' ? inputs.length >= 2 : inputs.length === 1) return;
  throw new KernelscopeError({
    code: 'shape',
    path: 'inputs',
    expected: arity === 'many' ? 'two inputs or more' : 'one input',
    received: String(inputs.length),
    reason: 'arity',
  });
}

/** Runs a check whose errors name their place within something, and puts the place of that before it. */
export function checkWithin<T>(place: string, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (!(error instanceof KernelscopeError)) throw error;
    const { code, expected, received, reason } = error;
    const path = error.path ? `${place}.${error.path}` : place;
    throw new KernelscopeError({ code, path, expected, received, reason });
  }
}
