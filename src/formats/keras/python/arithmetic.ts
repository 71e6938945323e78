import type { Budget } from './budget.ts';
import { truth } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { percentFormatted } from './format.ts';
import { numberOf, PyFloat, PyList, PySet, PyTuple, Thing, typeName, type Value } from './values.ts';

const BITS: Readonly<Record<string, (a: bigint, b: bigint) => bigint>> = {
  '&': (a, b) => a & b,
  '|': (a, b) => a | b,
  '^': (a, b) => a ^ b,
  '<<': (a, b) => a << b,
  '>>': (a, b) => a >> b,
};

/** More bits than any whole number here has. */
const MOST_SHIFT = 60;

function divisor(b: number, place: Place): number {
  if (b === 0) throw new PythonFault('division', place);
  return b;
}

/** The result of an operator between two numbers, of which `whole` says whether both are whole ones. */
function between(operator: string, a: number, b: number, whole: boolean, place: Place): number {
  switch (operator) {
    case '+':
      return a + b;
    case '-':
      return a - b;
    case '*':
      return a * b;
    case '/':
      return a / divisor(b, place);
    case '//':
      return Math.floor(a / divisor(b, place));
    case '%':
      return a - b * Math.floor(a / divisor(b, place));
    case '**':
      if (a === 0 && b < 0) throw new PythonFault('division', place);
      return a ** b;
    default: {
      const bits = BITS[operator];
      const fits = !operator.endsWith(operator.slice(-1).repeat(2)) || (b >= 0 && b <= MOST_SHIFT);
      if (!bits || !whole || !fits) throw new PythonFault('large-number', place);
      return Number(bits(BigInt(a), BigInt(b)));
    }
  }
}

function numbers(operator: string, a: Value, b: Value, place: Place): Value | undefined {
  const [left, right] = [numberOf(a), numberOf(b)];
  if (left === undefined || right === undefined) return undefined;
  const floats = a instanceof PyFloat || b instanceof PyFloat;
  if (floats && operator in BITS) return undefined;
  const result = between(operator, left, right, !floats, place);
  const whole = !floats && operator !== '/' && !(operator === '**' && right < 0);
  if (!whole) return new PyFloat(result);
  if (Number.isSafeInteger(result)) return result === 0 ? 0 : result;
  throw new PythonFault('large-number', place);
}

function repeated(a: Value, times: number, budget: Budget, place: Place): Value | undefined {
  const count = Math.max(0, times);
  if (typeof a === 'string') {
    budget.make(a.length * count, place);
    return a.repeat(count);
  }
  if (!(a instanceof PyList || a instanceof PyTuple)) return undefined;
  budget.make(a.items.length * count, place);
  const items = Array.from({ length: count }, () => a.items).flat();
  return a instanceof PyList ? new PyList(items) : new PyTuple(items);
}

function joined(a: Value, b: Value, budget: Budget, place: Place): Value | undefined {
  if (typeof a === 'string' && typeof b === 'string') {
    budget.make(a.length + b.length, place);
    return a + b;
  }
  if (a instanceof PyList && b instanceof PyList) {
    budget.make(a.items.length + b.items.length, place);
    return new PyList([...a.items, ...b.items]);
  }
  if (a instanceof PyTuple && b instanceof PyTuple) {
    budget.make(a.items.length + b.items.length, place);
    return new PyTuple([...a.items, ...b.items]);
  }
  return undefined;
}

function sets(operator: string, a: Value, b: Value): Value | undefined {
  if (!(a instanceof PySet && b instanceof PySet)) return undefined;
  const result = new PySet();
  for (const [key, value] of a.entries) {
    if (operator === '|' || (operator === '&') === b.entries.has(key)) result.entries.set(key, value);
  }
  if (operator === '|') for (const [key, value] of b.entries) result.entries.set(key, value);
  return result;
}

/** `a operator b` for one of Python's operators on numbers, texts and lists. */
export function operate(operator: string, a: Value, b: Value, budget: Budget, place: Place): Value {
  if (operator === '%' && typeof a === 'string') return percentFormatted(a, b, budget, place);
  for (const [thing, other] of [
    [a, b],
    [b, a],
  ] as const) {
    const result = thing instanceof Thing ? thing.operate?.(operator, other, place) : undefined;
    if (result !== undefined) return result;
  }
  const result =
    numbers(operator, a, b, place) ??
    (operator === '+' ? joined(a, b, budget, place) : undefined) ??
    (operator === '*' && typeof b === 'number' ? repeated(a, b, budget, place) : undefined) ??
    (operator === '*' && typeof a === 'number' ? repeated(b, a, budget, place) : undefined) ??
    sets(operator, a, b);
  if (result !== undefined) return result;
  throw new PythonFault('operands', place, { operator, left: typeName(a), right: typeName(b) });
}

/** `operator value` for `-`, `+`, `~` and `not`. */
export function unary(operator: string, value: Value, place: Place): Value {
  if (operator === 'not') return !truth(value);
  const number = numberOf(value);
  if (number === undefined) {
    const result = value instanceof Thing ? value.operate?.(operator, 0, place) : undefined;
    if (result !== undefined) return result;
    throw new PythonFault('operand', place, { operator, type: typeName(value) });
  }
  if (value instanceof PyFloat) {
    if (operator === '~') throw new PythonFault('operand', place, { operator, type: 'float' });
    return operator === '-' ? new PyFloat(-number) : value;
  }
  if (operator === '~') return -number - 1;
  return operator === '-' && number !== 0 ? -number : number;
}
