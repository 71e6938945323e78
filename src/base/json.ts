import { KernelscopeError } from './errors.ts';

/** A value as JSON has it. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type JsonPath = readonly (string | number)[];

export interface JsonLimits {
  readonly depth: number;
  /** Values of every kind, keys and characters of strings, counted together. */
  readonly size: number;
}

/** `model.layers[2].config.strides`; keys that are no plain words stand quoted in brackets. */
export function formatPath(path: JsonPath): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else if (/^[\w$]{1,64}$/.test(key)) text += text === '' ? key : `.${key}`;
    else text += `[${printable(key)}]`;
  }
  return text;
}

const LONGEST_DESCRIPTION = 60;

function cut(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}

/** A short printable rendering of any value, for `received` of an error. Never long, never throws. */
export function printable(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return cut(JSON.stringify(value.slice(0, LONGEST_DESCRIPTION)));
  if (typeof value === 'function') return 'a function';
  if (typeof value === 'bigint') return 'a bigint';
  if (Array.isArray(value)) {
    const shown = value.slice(0, 6).map((item) => (typeof item === 'object' && item ? '…' : printable(item)));
    return cut(`[${shown.join(', ')}${value.length > 6 ? ', …' : ''}]`);
  }
  if (typeof value === 'object' && value !== null) return 'an object';
  return String(value);
}

/**
 * A plain copy of `value`, which may come from anywhere. Refuses, with the path, what JSON cannot hold (NaN,
 * Infinity, functions, class instances, cycles), `__proto__` as a key, and more than `limits`. Keys without a
 * value (`undefined`) are dropped.
 */
export function copyJson(value: unknown, limits: JsonLimits): Json {
  let size = 0;
  /** Where the copying has come to. */
  let place: JsonPath = [];

  function count(amount: number, path: JsonPath): void {
    size += amount;
    if (size <= limits.size) return;
    throw new KernelscopeError({
      code: 'budget',
      path: formatPath(path),
      expected: `a document of at most ${limits.size} values and characters`,
      received: 'more',
      reason: 'json-size',
    });
  }

  function copyObject(source: object, path: JsonPath): Json {
    const prototype: unknown = Object.getPrototypeOf(source);
    // Objects of another frame have another Object.prototype, which is the end of its chain as ours is.
    const plain = prototype === null || Object.getPrototypeOf(prototype) === null;
    if (!plain) throw refusal(source, path, 'a plain object');
    const copy: Record<string, Json> = {};
    for (const key of Object.keys(source)) {
      const here = [...path, key];
      count(key.length, here);
      if (key === '__proto__') {
        throw new KernelscopeError({
          code: 'unknown-key',
          path: formatPath(here),
          expected: 'another key',
          received: printable(key),
          reason: 'no-key',
        });
      }
      const item: unknown = Reflect.get(source, key);
      if (item !== undefined) copy[key] = copyValue(item, here);
    }
    return copy;
  }

  function copyValue(source: unknown, path: JsonPath): Json {
    place = path;
    count(1, path);
    if (path.length > limits.depth) {
      throw new KernelscopeError({
        code: 'budget',
        path: formatPath(path.slice(0, 4)),
        expected: `at most ${limits.depth} levels`,
        received: 'more',
        reason: 'json-depth',
      });
    }
    if (source === null || typeof source === 'boolean') return source;
    if (typeof source === 'number') {
      if (Number.isFinite(source)) return source;
      throw new KernelscopeError({
        code: 'range',
        path: formatPath(path),
        expected: 'a finite number',
        received: printable(source),
      });
    }
    if (typeof source === 'string') {
      count(source.length, path);
      return source;
    }
    if (Array.isArray(source)) {
      count(source.length, path);
      return Array.from(source, (item: unknown, position) => copyValue(item, [...path, position]));
    }
    if (typeof source === 'object') return copyObject(source, path);
    throw refusal(source, path, 'a JSON value');
  }

  try {
    return copyValue(value, []);
  } catch (error) {
    if (error instanceof KernelscopeError) throw error;
    // Getters and proxies of a host page may throw anything.
    throw new KernelscopeError({
      code: 'type',
      path: formatPath(place),
      expected: 'a JSON value',
      received: 'an object that cannot be read',
    });
  }
}

function refusal(value: unknown, path: JsonPath, expected: string): KernelscopeError {
  return new KernelscopeError({ code: 'type', path: formatPath(path), expected, received: printable(value) });
}

/** Whether two JSON values are the same; the order of keys does not count. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const left = Object.entries(a);
  if (left.length !== Object.keys(b).length) return false;
  return left.every(([key, value]) => Object.hasOwn(b, key) && sameJson(value, Reflect.get(b, key)));
}
