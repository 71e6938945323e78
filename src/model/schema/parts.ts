import type * as v from 'valibot';
import { tryWith } from './parse.ts';
import type { Takes } from './takes.ts';

export type AnySchema = v.GenericSchema<unknown, unknown>;
export type Entries = Readonly<Record<string, AnySchema>>;

interface PipePart {
  readonly kind: string;
  readonly type: string;
  readonly metadata?: { readonly takes?: Takes };
}

/** The parts of valibot's schemas through which one gets to the keys of an object. */
export interface Wrapping {
  readonly type: string;
  readonly pipe?: readonly PipePart[];
  readonly getter?: (value: unknown) => AnySchema;
  readonly wrapped?: AnySchema;
  readonly item?: AnySchema;
  readonly entries?: Entries;
}

/** The schemas that `schema` consists of for this value, itself first. */
export function* partsOf(schema: AnySchema, value: unknown): Generator<Wrapping> {
  const wrapping = schema as Wrapping;
  yield wrapping;
  const inner = wrapping.getter ? wrapping.getter(value) : wrapping.wrapped;
  if (inner) yield* partsOf(inner, value);
  for (const part of wrapping.pipe ?? []) {
    if (part !== wrapping && part.kind === 'schema') yield* partsOf(part as unknown as AnySchema, value);
  }
}

const defaults = new WeakMap<AnySchema, { readonly value: unknown }>();

/** What a missing key is read as by the schema of its value; undefined where it has to be there. */
export function defaultOf(entry: AnySchema): unknown {
  const known = defaults.get(entry) ?? { value: tryWith(entry, undefined) };
  defaults.set(entry, known);
  return known.value;
}

/** What the schema says that it takes. */
export function takesOf(schema: AnySchema): Takes | undefined {
  for (const { pipe } of partsOf(schema, undefined)) {
    const found = pipe?.find((part) => part.metadata?.takes);
    if (found) return found.metadata!.takes;
  }
  return undefined;
}
