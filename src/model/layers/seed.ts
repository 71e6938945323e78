import * as v from 'valibot';
import { orNull, wholeNumber } from '../schema/leaf.ts';

/** Keras's `seed` of a layer with random numbers; null in most models: they then follow from the document's seed. */
export function seedArgument() {
  return v.optional(orNull(wholeNumber(0, 2 ** 32 - 1)), null);
}
