import type { Budget } from './budget.ts';
import { type Place, PythonFault } from './fault.ts';
import {
  Ellipsis,
  numberOf,
  PyDict,
  PyList,
  PyRange,
  PySet,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from './values.ts';

/** Whether `if value:` is taken. */
export function truth(value: Value): boolean {
  if (value === null) return false;
  if (typeof value === 'string') return value !== '';
  const number = numberOf(value);
  if (number !== undefined) return number !== 0;
  if (value instanceof PyList || value instanceof PyTuple) return value.items.length > 0;
  if (value instanceof PyDict || value instanceof PySet) return value.entries.size > 0;
  if (value instanceof PyRange) return value.length > 0;
  return value instanceof Thing ? (value.truth?.() ?? true) : true;
}

/** What a dictionary knows a value by. Throws on values that Python cannot hash. */
export function keyOf(value: Value, budget: Budget, place: Place): string {
  budget.step(place);
  if (value === null) return 'None';
  if (typeof value === 'string') return `s${value}`;
  const number = numberOf(value);
  if (number !== undefined) return `n${number}`;
  if (value instanceof PyTuple) {
    return budget.deeper(place, () => `(${value.items.map((item) => keyOf(item, budget, place)).join(',')})`);
  }
  throw new PythonFault('unhashable', place, { type: typeName(value) });
}

export function equal(a: Value, b: Value, budget: Budget, place: Place): boolean {
  budget.step(place);
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left === right;
  const lists = (one: Value, other: Value): readonly [readonly Value[], readonly Value[]] | undefined => {
    if (one instanceof PyList && other instanceof PyList) return [one.items, other.items];
    if (one instanceof PyTuple && other instanceof PyTuple) return [one.items, other.items];
    return undefined;
  };
  const pair = lists(a, b);
  if (pair) {
    const [one, other] = pair;
    if (one.length !== other.length) return false;
    return budget.deeper(place, () => one.every((item, at) => equal(item, other[at]!, budget, place)));
  }
  if (a instanceof PyDict && b instanceof PyDict) {
    if (a.entries.size !== b.entries.size) return false;
    return budget.deeper(place, () =>
      [...a.entries].every(([key, [, item]]) => {
        const found = b.entries.get(key);
        return found !== undefined && equal(item, found[1], budget, place);
      }),
    );
  }
  if (a instanceof Ellipsis && b instanceof Ellipsis) return true;
  return a === b;
}

/** Negative, zero or positive as `a` comes before, with or after `b`. Throws on what has no order. */
export function order(a: Value, b: Value, budget: Budget, place: Place): number {
  budget.step(place);
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left !== undefined && right !== undefined) return left - right;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  const both =
    [a, b].every((value) => value instanceof PyList) || [a, b].every((value) => value instanceof PyTuple);
  if (both) {
    const [one, other] = [(a as PyList).items, (b as PyList).items];
    return budget.deeper(place, () => {
      for (let at = 0; at < Math.min(one.length, other.length); at++) {
        const difference = order(one[at]!, other[at]!, budget, place);
        if (difference !== 0) return difference;
      }
      return one.length - other.length;
    });
  }
  throw new PythonFault('no-order', place, { left: typeName(a), right: typeName(b) });
}

function contains(container: Value, item: Value, budget: Budget, place: Place): boolean {
  if (typeof container === 'string' && typeof item === 'string') return container.includes(item);
  if (container instanceof PyDict || container instanceof PySet) {
    return container.entries.has(keyOf(item, budget, place));
  }
  if (container instanceof PyList || container instanceof PyTuple) {
    return container.items.some((found) => equal(found, item, budget, place));
  }
  if (container instanceof PyRange) {
    const number = numberOf(item);
    const position = number === undefined ? -1 : (number - container.start) / container.step;
    return Number.isInteger(position) && position >= 0 && position < container.length;
  }
  throw new PythonFault('not-iterable', place, { type: typeName(container) });
}

/** `a operator b` for one of Python's comparisons. */
export function compare(operator: string, a: Value, b: Value, budget: Budget, place: Place): Value {
  if (operator === 'is') return a === b || equal(a, b, budget, place);
  if (operator === 'is not') return !(a === b || equal(a, b, budget, place));
  for (const [thing, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const result = thing instanceof Thing ? thing.operate?.(operator, other, place) : undefined;
    if (result !== undefined) return result;
  }
  switch (operator) {
    case '==':
      return equal(a, b, budget, place);
    case '!=':
    case '<>':
      return !equal(a, b, budget, place);
    case 'in':
      return contains(b, a, budget, place);
    case 'not in':
      return !contains(b, a, budget, place);
    case '<':
      return order(a, b, budget, place) < 0;
    case '<=':
      return order(a, b, budget, place) <= 0;
    case '>':
      return order(a, b, budget, place) > 0;
    default:
      return order(a, b, budget, place) >= 0;
  }
}
