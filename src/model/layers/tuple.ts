import type { Shape } from '../../base/tensor.ts';

/** A tuple as Python prints it, for Keras's own words. */
export function tuple(items: readonly (number | string)[]): string {
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

/** A shape as Keras prints it, its batch axis first. */
export function batched(shape: Shape): string {
  return tuple(['None', ...shape]);
}
