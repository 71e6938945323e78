import { KernelscopeError } from '../../base/errors.ts';
import { type Json, printable } from '../../base/json.ts';
import { type AnySchema, type Entries, partsOf } from '../../model/schema/parts.ts';
import { DTYPE } from './keras-object.ts';

type JsonObject = { readonly [key: string]: Json };

function isList(value: Json | undefined): value is readonly Json[] {
  return Array.isArray(value);
}

export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !isList(value);
}

/** What Keras writes of an argument that has no meaning here, by the values that mean nothing. */
const NEUTRAL: Readonly<Record<string, (value: Json) => boolean>> = {
  dtype: isFloat32,
  // Where a layer is the same for both, or knows no other.
  data_format: (value) => value === 'channels_last',
  trainable: () => true,
  name: () => true,
  seed: () => true,
  // How it is computed, not what.
  unroll: () => true,
  use_cudnn: () => true,
  synchronized: () => true,
  zero_output_for_mask: () => true,
  mask_zero: (value) => value === false,
  rms_scaling: (value) => value === false,
  renorm: (value) => value === false,
  renorm_momentum: () => true,
  sparse: (value) => value === false,
  ragged: (value) => value === false,
  optional: (value) => value === false,
  use_ema: (value) => value === false,
  ema_momentum: () => true,
};

/** A layer's `dtype` is the word, or a policy of that name. */
function isFloat32(value: Json): boolean {
  return value === DTYPE || (isObject(value) && isObject(value.config) && value.config.name === DTYPE);
}

function isNeutral(key: string, value: Json): boolean {
  return value === null || (NEUTRAL[key]?.(value) ?? false);
}

/**
 * An object of Keras's as documents have it: `{class_name, config}` without the module, tuples as lists. What has a
 * class of its own that is not Keras's is refused, and so is code.
 */
function plain(value: Json, path: string): Json {
  if (isList(value)) return value.map((item, at) => plain(item, `${path}[${at}]`));
  if (!isObject(value)) return value;
  const { class_name: className, items, config, registered_name: registered } = value;
  if (className === '__tuple__' && isList(items)) return items.map((item) => plain(item, path));
  const isForeign = typeof registered === 'string' && registered.includes('>');
  if (isForeign || className === 'function' || className === '__lambda__' || className === '__numpy__') {
    const name = isForeign ? registered : typeof config === 'string' ? config : className;
    throw refused(path, "a class or a word of Keras's", printable(name));
  }
  if (typeof className === 'string') return { class_name: className, config: config ?? {} };
  return value;
}

function refused(path: string, expected: string, received: string): KernelscopeError {
  return new KernelscopeError({ code: 'unsupported', path, expected, received, reason: 'archive-argument' });
}

function entriesOf(schema: AnySchema, value: unknown): Entries | undefined {
  return [...partsOf(schema, value)].find(({ entries }) => entries)?.entries;
}

/**
 * What the schema knows of an object that Keras wrote. Other keys are left out where their values mean nothing here,
 * and refused with their place where they do.
 */
export function knownArguments(schema: AnySchema, written: Json, path: string): Json {
  const value = plain(written, path);
  if (isList(value)) {
    const item = [...partsOf(schema, value)].find((part) => part.item)?.item;
    return value.map((one, at) => (item ? knownArguments(item, one, `${path}[${at}]`) : one));
  }
  const entries = isObject(value) ? entriesOf(schema, value) : undefined;
  if (!isObject(value) || !entries) return value;
  const known: Record<string, Json> = {};
  for (const [key, item] of Object.entries(value)) {
    const here = `${path}.${key}`;
    if (Object.hasOwn(entries, key)) known[key] = knownArguments(entries[key]!, item, here);
    else if (!isNeutral(key, item)) throw refused(here, 'no such argument', printable(item));
  }
  return known;
}
