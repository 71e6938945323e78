import type { Json } from '../../base/json.ts';
import { type Code, call, prefixed } from './code.ts';

/** Where Keras keeps a class: what stands in front of its name. */
type Modules = (className: string) => string;

/** An object of JSON is a Keras object here. */
interface KerasObject {
  readonly class_name: string;
  readonly config?: { readonly [argument: string]: Json };
}

/**
 * A JSON value as Python writes it, lists as lists; `{class_name, config}` becomes the call that makes the object.
 * JSON's strings and numbers mean the same in Python.
 */
export function literal(value: Json, modules: Modules): Code {
  if (value === null) return 'None';
  if (typeof value === 'boolean') return value ? 'True' : 'False';
  if (typeof value !== 'object') return JSON.stringify(value);
  if (isList(value)) return { head: '[', items: value.map((item) => literal(item, modules)), tail: ']' };
  const { class_name, config } = value as unknown as KerasObject;
  return call(`${modules(class_name)}.${class_name}`, givenArguments(config ?? {}, modules));
}

/** Each argument as `name=value`. */
export function givenArguments(config: { readonly [argument: string]: Json }, modules: Modules): Code[] {
  return Object.entries(config).map(([name, value]) => prefixed(`${name}=`, literal(value, modules)));
}

/** Sizes as Python's tuples. */
export function tuple(sizes: readonly number[]): string {
  return sizes.length === 1 ? `(${sizes[0]},)` : `(${sizes.join(', ')})`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
