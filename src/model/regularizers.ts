import * as v from 'valibot';
import { numberWithin, object, orNull, type Schema } from './schema/leaf.ts';
import { type Named, named, wordOf } from './schema/named.ts';
import { taking } from './schema/takes.ts';

const weight = (fallback: number) => v.optional(numberWithin({ least: 0 }), fallback);

/** Keras 3's regularizers with their arguments and defaults. */
const CONFIGS = {
  L1: object({ l1: weight(0.01) }),
  L2: object({ l2: weight(0.01) }),
  L1L2: object({ l1: weight(0), l2: weight(0) }),
};

type RegularizerName = keyof typeof CONFIGS;

/** What a regularizer adds to the loss, complete: `l1 * sum(|x|) + l2 * sum(x²)`. */
export type Regularizer = Named<RegularizerName, { readonly l1?: number; readonly l2?: number }>;

const schema = named('a regularizer', CONFIGS as Record<RegularizerName, Schema<Regularizer['config']>>, {
  l1_l2: 'L1L2',
});

/** A regularizer argument, none where it is left out. */
export function regularizerSchema(): Schema<Regularizer | null> {
  const choices = Object.keys(CONFIGS).map(wordOf);
  return v.optional(orNull(taking(schema, { type: 'regularizer', choices })), null);
}
