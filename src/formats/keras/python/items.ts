import type { Budget } from './budget.ts';
import { wholeOf } from './calls.ts';
import { keyOf } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { repr } from './text.ts';
import { PyDict, PyList, PyRange, PySlice, PyTuple, Thing, typeName, type Value } from './values.ts';

interface Stretch {
  readonly start: number;
  readonly step: number;
  readonly count: number;
}

/** The items that a slice takes out of `length`: the first, every how many, and how many. */
export function stretchOf(slice: PySlice, length: number, place: Place): Stretch {
  const step = slice.step === null ? 1 : wholeOf(slice.step, place);
  if (step === 0) throw new PythonFault('slice-step', place);
  const [least, most] = step > 0 ? [0, length] : [-1, length - 1];
  const bound = (value: Value, usual: number) => {
    if (value === null) return usual;
    const number = wholeOf(value, place);
    return Math.min(Math.max(number < 0 ? number + length : number, least), most);
  };
  const start = bound(slice.start, step > 0 ? 0 : length - 1);
  const stop = bound(slice.stop, step > 0 ? length : -1);
  return { start, step, count: Math.max(0, Math.ceil((stop - start) / step)) };
}

/** The positions that a slice takes out of `length` items. */
export function slicePositions(slice: PySlice, length: number, place: Place): number[] {
  const { start, step, count } = stretchOf(slice, length, place);
  return Array.from({ length: count }, (_, at) => start + at * step);
}

function positionOf(index: Value, length: number, place: Place): number {
  const number = wholeOf(index, place);
  const position = number < 0 ? number + length : number;
  if (position < 0 || position >= length) throw new PythonFault('index', place, { index: number, length });
  return position;
}

/** `value[index]`. */
export function itemOf(value: Value, index: Value, budget: Budget, place: Place): Value {
  if (value instanceof Thing && value.item) return value.item(index, place);
  if (value instanceof PyDict) {
    const found = value.entries.get(keyOf(index, budget, place));
    if (found) return found[1];
    throw new PythonFault('key', place, { key: repr(index, budget, place).slice(0, 40) });
  }
  if (value instanceof PyRange) {
    if (!(index instanceof PySlice)) return value.at(positionOf(index, value.length, place));
    budget.make(value.length, place);
    return new PyList(slicePositions(index, value.length, place).map((at) => value.at(at)));
  }
  const isList = value instanceof PyList || value instanceof PyTuple;
  if (!isList && typeof value !== 'string') {
    throw new PythonFault('no-items', place, { type: typeName(value) });
  }
  const length = isList ? value.items.length : value.length;
  if (!(index instanceof PySlice)) {
    const position = positionOf(index, length, place);
    return isList ? value.items[position]! : value.charAt(position);
  }
  const positions = slicePositions(index, length, place);
  budget.make(positions.length, place);
  if (!isList) return positions.map((at) => value.charAt(at)).join('');
  const items = positions.map((at) => value.items[at]!);
  return value instanceof PyList ? new PyList(items) : new PyTuple(items);
}

/** `value[index] = item`. */
export function setItem(value: Value, index: Value, item: Value, budget: Budget, place: Place): void {
  if (value instanceof PyDict) {
    budget.make(1, place);
    value.entries.set(keyOf(index, budget, place), [index, item]);
  } else if (value instanceof PyList && !(index instanceof PySlice)) {
    value.items[positionOf(index, value.items.length, place)] = item;
  } else if (!(value instanceof Thing)) {
    throw new PythonFault('no-item-assignment', place, { type: typeName(value) });
  }
}
