import * as v from 'valibot';
import { numberWithin, object, orNull, type Schema, wholeNumber, wholeNumbers } from './schema/leaf.ts';
import { type Named, named, wordOf } from './schema/named.ts';
import { taking } from './schema/takes.ts';

/** Axes along which a norm is taken; Keras takes one number or a list. */
const axis = v.optional(
  v.lazy((value) => (Array.isArray(value) ? wholeNumbers(0, 1, 6) : wholeNumber(-6, 6))),
  0,
) as Schema<number | readonly number[]>;

/** Keras 3's constraints with their arguments and defaults. */
const CONFIGS = {
  MaxNorm: object({ max_value: v.optional(numberWithin({ least: 0 }), 2), axis }),
  NonNeg: object({}),
  UnitNorm: object({ axis }),
  MinMaxNorm: object({
    min_value: v.optional(numberWithin({ least: 0 }), 0),
    max_value: v.optional(numberWithin({ least: 0 }), 1),
    rate: v.optional(numberWithin({ least: 0, most: 1 }), 1),
    axis,
  }),
};

type ConstraintName = keyof typeof CONFIGS;

/** What a weight is put back into after each step, complete, by Keras's class name. */
export type Constraint = {
  [N in ConstraintName]: Named<N, v.InferOutput<(typeof CONFIGS)[N]>>;
}[ConstraintName];

const schema = named('a constraint', CONFIGS as Record<ConstraintName, Schema<unknown>>, {
  max_norm: 'MaxNorm',
  non_neg: 'NonNeg',
  unit_norm: 'UnitNorm',
  min_max_norm: 'MinMaxNorm',
}) as Schema<Constraint>;

/** A constraint argument, none where it is left out. */
export function constraintSchema(): Schema<Constraint | null> {
  const choices = Object.keys(CONFIGS).map(wordOf);
  return v.optional(orNull(taking(schema, { type: 'constraint', choices })), null);
}
