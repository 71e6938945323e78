import type { Json } from '../../base/json.ts';
import { type Code, call, prefixed } from './code.ts';
import { LAYERS, moduleOf } from './modules.ts';

type JsonObject = { readonly [key: string]: Json };

/** How lists of numbers are written: a layer's sizes and axes are tuples, as in Keras's own. */
type Numbers = 'tuples' | 'lists';

/** Words of the document that Keras writes otherwise. */
const WORDS: Readonly<Record<string, string>> = {
  adam_w: 'adamw',
  l1_l2: 'l1l2',
  kldivergence: 'kl_divergence',
};

/** Arguments that have a default here, and none in Keras. */
const REQUIRED: Readonly<Record<string, JsonObject>> = {
  AveragePooling1D: { pool_size: [2] },
  AveragePooling2D: { pool_size: [2, 2] },
  AveragePooling3D: { pool_size: [2, 2, 2] },
};

/**
 * A JSON value as Python writes it; `{class_name, config}` becomes the call that makes the object, of a class
 * that Keras keeps with those that `argument` takes. JSON's strings and numbers mean the same in Python.
 */
export function literal(value: Json, argument: string, numbers: Numbers): Code {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value === 'string')
    return keepsClasses(argument) ? word(value, argument) : JSON.stringify(value);
  if (typeof value === 'number') return JSON.stringify(value);
  if (isList(value)) {
    if (numbers === 'tuples' && value.length > 0 && value.every(isNumeric)) return tuple(value);
    return { head: '[', items: value.map((item) => literal(item, argument, numbers)), tail: ']' };
  }
  const { class_name: className, config } = value;
  if (typeof className === 'string') {
    return objectCall(imported(argument), className, (config ?? {}) as JsonObject, numbers);
  }
  const items = Object.entries(value).map(([key, item]) =>
    prefixed(`${JSON.stringify(key)}: `, literal(item, argument, numbers)),
  );
  return { head: '{', items, tail: '}' };
}

/** The call that makes an object of Keras's, with these of its arguments; `tail` closes it. */
export function objectCall(
  module: string,
  className: string,
  given: JsonObject,
  numbers: Numbers,
  tail?: string,
): Code {
  const complete = { ...REQUIRED[className], ...given };
  return call(`${module}.${className}`, givenArguments(complete, numbers), tail);
}

/** How the code, which imports `keras` and its `layers`, names the module. */
function imported(argument: string): string {
  const module = moduleOf(argument);
  return module === LAYERS ? 'layers' : module;
}

/** The name of a class. Keras takes no word for a Constant, though it has a default for its value. */
function word(value: string, argument: string): Code {
  if (value === 'constant') return call(`${moduleOf(argument)}.Constant`, []);
  return JSON.stringify(WORDS[value] ?? value);
}

/** Whether a text here is the name of a class. */
function keepsClasses(argument: string): boolean {
  return moduleOf(argument) !== LAYERS;
}

/** Each argument as `name=value`, an object's own name last. */
export function givenArguments({ name, ...rest }: JsonObject, numbers: Numbers): Code[] {
  const entries = Object.entries(rest);
  if (name !== undefined && name !== '') entries.push(['name', name]);
  return entries.map(([argument, value]) => prefixed(`${argument}=`, literal(value, argument, numbers)));
}

/** Numbers as Python's tuple; a free size is None. */
export function tuple(values: readonly Json[]): string {
  const items = values.map((value) => (isList(value) ? tuple(value) : (value ?? 'None')));
  return items.length === 1 ? `(${items[0]},)` : `(${items.join(', ')})`;
}

/** A number, or numbers in lists. */
function isNumeric(value: Json): boolean {
  return isList(value) ? value.every(isNumeric) : typeof value === 'number';
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
