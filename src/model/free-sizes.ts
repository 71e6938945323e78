import type { Shape } from '../base/tensor.ts';

/** What a free size is taken for as long as no probe says otherwise: enough for a few convolutions and pools. */
const USUAL_SIZE = 32;

/** By how much the second look at a model differs: more than a stride or a pool rounds away. */
const DIFFERENCE = 1 << 12;

/** Whether a shape is one that the declared one allows. */
export function allows(declared: readonly (number | null)[], shape: Shape): boolean {
  return (
    declared.length === shape.length && declared.every((size, axis) => size === null || size === shape[axis])
  );
}

/**
 * The sizes at which a model is looked at, and, where some are free, other ones, from which it is seen what depends
 * on them. Free sizes are those of `probe`, where it fits.
 */
export function sizesFor(
  declared: readonly (number | null)[],
  probe: Shape | undefined,
): readonly [Shape, Shape?] {
  const fits = probe && allows(declared, probe);
  const shape = declared.map((size, axis) => size ?? (fits ? probe[axis]! : USUAL_SIZE));
  if (!declared.includes(null)) return [shape];
  return [shape, declared.map((size, axis) => size ?? shape[axis]! + DIFFERENCE)];
}

/** The shape, with null where `other` differs from it. */
export function freeShape(shape: Shape, other: Shape): (number | null)[] {
  return shape.map((size, axis) => (size === other[axis] ? size : null));
}
