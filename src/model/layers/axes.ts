import type { Shape } from '../../base/tensor.ts';
import { Fault, leaf, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import { axisIn } from './axis.ts';

/** Of an input with its batch axis. */
export const MOST_AXES = 7;

/** A Keras axis or several, counted with the batch axis. */
export type Axes = number | readonly number[];

const isAxis = (value: unknown): value is number =>
  Number.isInteger(value) && Math.abs(value as number) <= MOST_AXES;

export function axesArgument(): Schema<Axes> {
  const schema = leaf('an axis, or a list of axes', (value): Axes | Fault => {
    const list: readonly unknown[] = Array.isArray(value) ? value : [value];
    if (list.length === 0 || list.length > MOST_AXES) return new Fault('range');
    if (!list.every(isAxis)) return new Fault(list.every(Number.isFinite) ? 'range' : 'type');
    return list.length === 1 ? list[0]! : list.toSorted((a, b) => a - b);
  });
  return taking(schema, { type: 'integers', least: -MOST_AXES });
}

export function axesOf(axes: Axes): readonly number[] {
  return typeof axes === 'number' ? [axes] : axes;
}

/** Their places in a shape without the batch axis, ascending. */
export function axesIn(axes: Axes, shape: Shape): number[] {
  return axesOf(axes)
    .map((axis) => axisIn(axis, shape))
    .sort((a, b) => a - b);
}
