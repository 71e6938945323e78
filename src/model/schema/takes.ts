import * as v from 'valibot';

/** What a value may be, told in a form that a control can offer; the schema that carries it stays the judge. */
export type Takes =
  | { readonly type: 'integer'; readonly least?: number; readonly most?: number }
  | {
      readonly type: 'number';
      readonly least?: number;
      readonly above?: number;
      readonly most?: number;
      readonly below?: number;
    }
  | { readonly type: 'boolean' }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  /** A whole number of at least 1 for each of `axes`, or one for all. */
  | { readonly type: 'sizes'; readonly axes: number }
  /** Keras's words for initializers, each of which may also be an object with arguments. */
  | { readonly type: 'initializer'; readonly choices: readonly string[] }
  /** Keras's words for them; each may also be an object with arguments. */
  | { readonly type: 'regularizer' | 'constraint'; readonly choices: readonly string[] }
  /** A whole layer, for a wrapper. */
  | { readonly type: 'layer' }
  /** A list of whole numbers of at least `least`; `axes` of them where the count is known. */
  | { readonly type: 'integers'; readonly least: number; readonly axes?: number }
  /** For each of `axes`: one number, or one before and one after. */
  | { readonly type: 'pairs'; readonly axes: number }
  | { readonly type: 'name'; readonly longest: number };

/** The schema, saying what it takes. */
export function taking<T>(schema: v.GenericSchema<unknown, T>, takes: Takes): v.GenericSchema<unknown, T> {
  return v.pipe(schema, v.metadata({ takes }));
}
