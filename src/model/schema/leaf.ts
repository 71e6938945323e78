import * as v from 'valibot';
import type { ErrorCode } from '../../base/errors.ts';
import { printable } from '../../base/json.ts';
import { nearestWord } from '../../base/nearest-word.ts';
import { taking } from './takes.ts';

interface FaultDetail {
  /** Position of the bad item, where the value is a list. */
  readonly position?: number;
  readonly reason?: string;
  /** Where they say more than the schema's own words and the value. */
  readonly expected?: string;
  readonly received?: string;
}

/** Why a value is refused. */
export class Fault {
  readonly code: ErrorCode;
  readonly detail: FaultDetail;

  constructor(code: ErrorCode, detail: FaultDetail = {}) {
    this.code = code;
    this.detail = detail;
  }
}

/** A schema with an output of its own, whatever comes in. */
export type Schema<T> = v.GenericSchema<unknown, T>;

/** Points an issue at one item of a list. */
function itemOf(list: unknown[], key: number) {
  const value: unknown = list[key];
  return {
    input: value,
    path: [{ type: 'array', origin: 'value', input: list, key, value }] as [v.ArrayPathItem],
  };
}

/** A schema of one value: `read` gives the canonical value or a `Fault`; `expected` says in words what it takes. */
export function leaf<T>(expected: string, read: (value: unknown) => T | Fault): Schema<T> {
  return v.pipe(
    v.unknown(),
    v.rawTransform(({ dataset, addIssue, NEVER }): T => {
      const result = read(dataset.value);
      if (!(result instanceof Fault)) return result;
      const { position, reason, received } = result.detail;
      const list = dataset.value;
      const item = position === undefined || !Array.isArray(list) ? undefined : itemOf(list, position);
      addIssue({
        expected: result.detail.expected ?? expected,
        received: received ?? printable(item ? item.input : list),
        message: reason === undefined ? result.code : `${result.code}:${reason}`,
        ...item,
      });
      return NEVER;
    }),
  );
}

function isWhole(value: unknown, least: number, most: number): value is number {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function numberFault(value: unknown): Fault {
  return new Fault(typeof value === 'number' ? 'range' : 'type');
}

function between(least: number, most: number): string {
  if (most !== Number.MAX_SAFE_INTEGER) return `from ${least} to ${most}`;
  return least === Number.MIN_SAFE_INTEGER ? '' : `of at least ${least}`;
}

export function wholeNumber(least: number, most: number = Number.MAX_SAFE_INTEGER): Schema<number> {
  const expected = `a whole number ${between(least, most)}`.trim();
  const schema = leaf(expected, (value) => (isWhole(value, least, most) ? value : numberFault(value)));
  const bounds = {
    ...(least > Number.MIN_SAFE_INTEGER && { least }),
    ...(most < Number.MAX_SAFE_INTEGER && { most }),
  };
  return taking(schema, { type: 'integer', ...bounds });
}

export function realNumber(): Schema<number> {
  const schema = leaf('a finite number', (value) =>
    Number.isFinite(value) ? (value as number) : numberFault(value),
  );
  return taking(schema, { type: 'number' });
}

/** A finite number of at least `least` and at most `most`, or less than `below`. */
export function numberWithin(range: {
  least?: number;
  above?: number;
  most?: number;
  below?: number;
}): Schema<number> {
  const words = [
    range.least === undefined ? '' : `of at least ${range.least}`,
    range.above === undefined ? '' : `above ${range.above}`,
    range.most === undefined ? '' : `at most ${range.most}`,
    range.below === undefined ? '' : `below ${range.below}`,
  ].filter((word) => word !== '');
  const schema = leaf(`a number ${words.join(' and ')}`, (value) => {
    if (typeof value !== 'number') return new Fault('type');
    const inside =
      Number.isFinite(value) &&
      value >= (range.least ?? -Infinity) &&
      value > (range.above ?? -Infinity) &&
      value <= (range.most ?? Infinity) &&
      value < (range.below ?? Infinity);
    return inside ? value : new Fault('range');
  });
  return taking(schema, { type: 'number', ...range });
}

/** A finite number, or a list of 1 to `longest` of them. */
export function numbers(longest: number): Schema<number | readonly number[]> {
  const expected = `a finite number, or a list of at most ${longest} of them`;
  const schema = leaf(expected, (value): number | readonly number[] | Fault => {
    if (!Array.isArray(value)) return Number.isFinite(value) ? (value as number) : numberFault(value);
    if (value.length === 0 || value.length > longest) return new Fault('range');
    const position = value.findIndex((item) => !Number.isFinite(item));
    if (position < 0) return value as number[];
    return new Fault(numberFault(value[position]).code, { position, expected: 'a finite number' });
  });
  return taking(schema, { type: 'number' });
}

/** Also takes `null`, Keras's None. */
export function orNull<T>(schema: Schema<T>): Schema<T | null> {
  return v.nullable(schema);
}

export function truth(): Schema<boolean> {
  const schema = leaf('true or false', (value) => (typeof value === 'boolean' ? value : new Fault('type')));
  return taking(schema, { type: 'boolean' });
}

export function text(longest: number): Schema<string> {
  return leaf(`a text of at most ${longest} characters`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    return value.length <= longest ? value : new Fault('range');
  });
}

/** One of a few words, in lower or upper case as Keras takes them. */
export function oneOf<const T extends string>(words: readonly T[]): Schema<T> {
  const schema = leaf(`one of ${words.map((word) => `"${word}"`).join(', ')}`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    return words.find((word) => word === value.toLowerCase()) ?? new Fault('range');
  });
  return taking(schema, { type: 'choice', choices: words });
}

/** The only value that makes sense here. */
export function only<const T extends number | boolean>(value: T): Schema<T> {
  return leaf(String(value), (given) => {
    if (given === value) return value;
    return new Fault(typeof given === typeof value ? 'unsupported' : 'type');
  });
}

/** A size by axis: a list of `axes` whole numbers of at least `least`, or one number for all of them. */
export function sizes(axes: number, least = 1): Schema<readonly number[]> {
  const size = `a whole number of at least ${least}`;
  const expected = `${size}, or a list of ${axes} of them`;
  const schema = leaf(expected, (value) => {
    const list: unknown = Array.isArray(value) ? value : new Array(axes).fill(value);
    const numbers = list as unknown[];
    if (numbers.length !== axes) return new Fault('range');
    const position = numbers.findIndex((item) => !isWhole(item, least, Number.MAX_SAFE_INTEGER));
    if (position < 0) return numbers as number[];
    const { code } = numberFault(numbers[position]);
    return Array.isArray(value) ? new Fault(code, { position, expected: size }) : new Fault(code);
  });
  return taking(schema, least === 1 ? { type: 'sizes', axes } : { type: 'integers', least, axes });
}

const isCount = (value: unknown): value is number => isWhole(value, 0, Number.MAX_SAFE_INTEGER);

/** One number an axis stands for as many before as after. */
function pairOf(value: unknown): readonly number[] | undefined {
  if (isCount(value)) return [value, value];
  return Array.isArray(value) && value.length === 2 && value.every(isCount) ? (value as number[]) : undefined;
}

/** For each of `axes` a count of cells before and one after; one number for both of them, or for all. */
export function pairs(axes: number): Schema<readonly (readonly number[])[]> {
  const pair = 'a whole number of at least 0, or a list of two of them';
  const schema = leaf(`a whole number of at least 0, or for each of ${axes} axes ${pair}`, (value) => {
    const list: readonly unknown[] | undefined = Array.isArray(value)
      ? value
      : isCount(value)
        ? new Array(axes).fill(value)
        : undefined;
    if (!list) return numberFault(value);
    if (list.length !== axes) return new Fault('range');
    const read = list.map(pairOf);
    const position = read.indexOf(undefined);
    if (position < 0) return read as number[][];
    const item = list[position];
    return new Fault(Array.isArray(item) ? 'range' : numberFault(item).code, { position, expected: pair });
  });
  return taking(schema, { type: 'pairs', axes });
}

/** A list of at most `longest` whole numbers of at least `least`. */
export function wholeNumbers(least: number, shortest: number, longest: number): Schema<readonly number[]> {
  const expected = `a list of ${shortest} to ${longest} whole numbers of at least ${least}`;
  return leaf(expected, (value) => {
    if (!Array.isArray(value)) return new Fault('type');
    if (value.length < shortest || value.length > longest) return new Fault('range');
    const position = value.findIndex((item) => !isWhole(item, least, Number.MAX_SAFE_INTEGER));
    if (position < 0) return value as number[];
    return new Fault(numberFault(value[position]).code, {
      position,
      expected: `a whole number of at least ${least}`,
    });
  });
}

const plainObject = leaf('an object', (value): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? value : new Fault('type'),
);

/**
 * Refuses the first key that is none of these, with the nearest of them. Before the values are read, since a misspelt key
 * is a missing one, too, and of the two it says more.
 */
function onlyKeys(known: readonly string[]) {
  // A check and not a transformation: it changes nothing, and the short form of a document depends on which do.
  return v.rawCheck<unknown>(({ dataset, addIssue }) => {
    const given = dataset.value as Readonly<Record<string, unknown>>;
    const key = Object.keys(given).find((candidate) => !known.includes(candidate));
    if (key === undefined) return;
    const left = known.filter((candidate) => !Object.hasOwn(given, candidate));
    const near = nearestWord(key, left);
    addIssue({
      expected: near ?? (known.length > 0 ? `one of ${known.join(', ')}` : 'no key'),
      received: printable(key),
      message: `unknown-key:${near === undefined ? 'no-key' : 'near-key'}`,
      path: [{ type: 'object', origin: 'key', input: given, key, value: given[key] }] as [v.ObjectPathItem],
    });
  });
}

/** An object with these keys and no others. */
export function object<const E extends v.ObjectEntries>(entries: E) {
  return v.pipe(plainObject, onlyKeys(Object.keys(entries)), v.strictObject(entries));
}

/** A list of at most `longest` items. */
export function listOf<T>(item: Schema<T>, longest: number): Schema<readonly T[]> {
  const list = leaf(`a list of at most ${longest} items`, (value): unknown[] | Fault => {
    if (!Array.isArray(value)) return new Fault('type');
    return value.length <= longest ? value : new Fault('range');
  });
  return v.pipe(list, v.array(item));
}
