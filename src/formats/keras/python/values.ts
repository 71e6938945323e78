import type { Place } from './fault.ts';

/**
 * Python's values. Whole numbers are JavaScript numbers (never beyond 2^53), the others `PyFloat`; what is not Python's
 * own is a `Thing`. Nothing is an object of JavaScript whose properties the code could reach.
 */
export type Value =
  | null
  | boolean
  | number
  | string
  | PyFloat
  | PyList
  | PyTuple
  | PyDict
  | PySet
  | PyRange
  | PySlice
  | Ellipsis
  | Thing;

export class PyFloat {
  readonly value: number;
  constructor(value: number) {
    this.value = value;
  }
}

export class PyList {
  readonly items: Value[];
  constructor(items: Value[]) {
    this.items = items;
  }
}

export class PyTuple {
  readonly items: readonly Value[];
  constructor(items: readonly Value[]) {
    this.items = items;
  }
}

/** Keys by their text, so that no key of the code is a key of JavaScript's. */
export class PyDict {
  readonly entries = new Map<string, readonly [Value, Value]>();
}

export class PySet {
  readonly entries = new Map<string, Value>();
}

export class PyRange {
  readonly start: number;
  readonly step: number;
  readonly length: number;
  constructor(start: number, stop: number, step: number) {
    this.start = start;
    this.step = step;
    this.length = Math.max(0, Math.ceil((stop - start) / step));
  }
  at(position: number): number {
    return this.start + position * this.step;
  }
}

export class PySlice {
  readonly start: Value;
  readonly stop: Value;
  readonly step: Value;
  constructor(start: Value, stop: Value, step: Value) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }
}

export class Ellipsis {
  readonly type = 'Ellipsis';
}

/** What a call hands over, each value with its place. */
export interface Arguments {
  readonly positional: readonly Placed[];
  readonly named: ReadonlyMap<string, Placed>;
  readonly place: Place;
}

export interface Placed {
  readonly value: Value;
  readonly place: Place;
}

/** Functions, modules, objects of Keras, data: what says for itself what can be done with it. */
export abstract class Thing {
  /** As messages call it: "a layer". */
  abstract readonly what: string;
  /** Undefined where it has no such attribute. */
  attribute?(name: string, place: Place): Value | undefined;
  setAttribute?(name: string, given: Placed): void;
  call?(given: Arguments): Value;
  item?(index: Value, place: Place): Value;
  /** What it gives on one side of an operator; undefined where it cannot be there. */
  operate?(operator: string, other: Value, place: Place): Value | undefined;
  /** What `for` goes through. */
  iterate?(place: Place): Iterable<Value>;
  truth?(): boolean;
  /** Whether only running the code would tell if it is true. */
  readonly undecided?: boolean;
  /** What `a, b = …` gives to so many names. */
  unpack?(count: number, place: Place): readonly Value[];
  /** What it is once it has this name. */
  assigned?(name: string, place: Place): Value;
  size?(place: Place): Value;
}

/** A function of this page's own, by the name that the code calls it. */
export class Native extends Thing {
  readonly what: string;
  private readonly run: (given: Arguments) => Value;
  constructor(name: string, run: (given: Arguments) => Value) {
    super();
    this.what = name;
    this.run = run;
  }
  override call(given: Arguments): Value {
    return this.run(given);
  }
}

/** The number that a value is, whole or not; undefined where it is none. True and False are 1 and 0, as in Python. */
export function numberOf(value: Value): number | undefined {
  if (typeof value === 'number') return value;
  if (typeof value === 'boolean') return value ? 1 : 0;
  return value instanceof PyFloat ? value.value : undefined;
}

/** Python's name of a value's type. */
export function typeName(value: Value): string {
  if (value === null) return 'NoneType';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return 'int';
  if (typeof value === 'string') return 'str';
  if (value instanceof PyFloat) return 'float';
  if (value instanceof PyList) return 'list';
  if (value instanceof PyTuple) return 'tuple';
  if (value instanceof PyDict) return 'dict';
  if (value instanceof PySet) return 'set';
  if (value instanceof PyRange) return 'range';
  if (value instanceof PySlice) return 'slice';
  if (value instanceof Ellipsis) return 'ellipsis';
  return value.what;
}
