import type { Budget } from './budget.ts';
import { type Place, PythonFault } from './fault.ts';
import {
  type Arguments,
  numberOf,
  type Placed,
  PyDict,
  PyFloat,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from './values.ts';

/** The items that `for` goes through. Throws on what has none. */
export function iterate(value: Value, place: Place): Iterable<Value> {
  // A list that grows while it is gone through is gone through to its new end, as in Python.
  if (value instanceof PyList || value instanceof PyTuple) return value.items;
  if (typeof value === 'string') return value;
  if (value instanceof PyRange) return rangeItems(value);
  if (value instanceof PyDict) return Array.from(value.entries.values(), ([key]) => key);
  if (value instanceof PySet) return [...value.entries.values()];
  const items = value instanceof Thing ? value.iterate?.(place) : undefined;
  if (items) return items;
  throw new PythonFault('not-iterable', place, { type: typeName(value) });
}

function* rangeItems(range: PyRange): Generator<Value> {
  for (let position = 0; position < range.length; position++) yield range.at(position);
}

/** All items at once, counted. */
export function itemsOf(value: Value, budget: Budget, place: Place): Value[] {
  const items: Value[] = [];
  for (const item of iterate(value, place)) {
    budget.step(place);
    items.push(item);
  }
  budget.make(items.length, place);
  return items;
}

/**
 * A call's arguments by the names of a function's parameters, of which the first `most` may go without a name. Throws on
 * too many and on unknown ones.
 */
export function bound(
  name: string,
  parameters: readonly string[],
  given: Arguments,
  most = parameters.length,
): Map<string, Placed> {
  const values = new Map<string, Placed>();
  for (const [position, value] of given.positional.entries()) {
    const parameter = parameters[position];
    if (parameter === undefined || position >= most) {
      throw new PythonFault('too-many-arguments', value.place, { name, most });
    }
    values.set(parameter, value);
  }
  for (const [parameter, value] of given.named) {
    if (!parameters.includes(parameter)) {
      throw new PythonFault('unknown-argument', value.place, { name, argument: parameter });
    }
    if (values.has(parameter)) {
      throw new PythonFault('argument-twice', value.place, { name, argument: parameter });
    }
    values.set(parameter, value);
  }
  return values;
}

/** A whole number out of a call's arguments. */
export function wholeOf(value: Value, place: Place): number {
  if (typeof value === 'boolean') return Number(value);
  if (typeof value === 'number') return value;
  throw new PythonFault('whole-number', place, { type: typeName(value) });
}

/** A JavaScript number as Python's: whole where `whole` says so. */
export function pythonNumber(value: number, whole: boolean, place: Place): Value {
  if (!whole) return new PyFloat(value);
  if (!Number.isSafeInteger(value)) throw new PythonFault('large-number', place);
  return value;
}

export function realOf(value: Value, place: Place): number {
  const number = numberOf(value);
  if (number === undefined) throw new PythonFault('number', place, { type: typeName(value) });
  return number;
}
