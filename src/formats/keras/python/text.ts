import type { Budget } from './budget.ts';
import type { Place } from './fault.ts';
import { Ellipsis, PyDict, PyFloat, PyList, PyRange, PySet, PySlice, PyTuple, type Value } from './values.ts';

/** A float as Python prints it: the shortest text that reads back as the same number. */
export function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-4 || size >= 1e16)) {
    return value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  }
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function quoted(text: string): string {
  const quote = text.includes("'") && !text.includes('"') ? '"' : "'";
  const escaped = text
    .replaceAll('\\', '\\\\')
    .replaceAll(quote, `\\${quote}`)
    .replaceAll('\n', '\\n')
    .replaceAll('\t', '\\t')
    .replaceAll('\r', '\\r');
  return quote + escaped + quote;
}

/** `repr(value)`; what is not Python's own is called by what it is. */
export function repr(value: Value, budget: Budget, place: Place): string {
  budget.step(place);
  const each = (items: Iterable<Value>) =>
    budget.deeper(place, () => Array.from(items, (item) => repr(item, budget, place)).join(', '));
  const text = (() => {
    if (value === null) return 'None';
    if (typeof value === 'boolean') return value ? 'True' : 'False';
    if (typeof value === 'number') return String(value);
    if (typeof value === 'string') return quoted(value);
    if (value instanceof PyFloat) return floatText(value.value);
    if (value instanceof PyList) return `[${each(value.items)}]`;
    if (value instanceof PyTuple) return `(${each(value.items)}${value.items.length === 1 ? ',' : ''})`;
    if (value instanceof PySet)
      return value.entries.size === 0 ? 'set()' : `{${each(value.entries.values())}}`;
    if (value instanceof PyDict) {
      const pairs = [...value.entries.values()].map(([key, item]) => `${each([key])}: ${each([item])}`);
      return `{${pairs.join(', ')}}`;
    }
    if (value instanceof PyRange) {
      const stop = value.start + value.length * value.step;
      return `range(${value.start}, ${stop}${value.step === 1 ? '' : `, ${value.step}`})`;
    }
    if (value instanceof PySlice) return 'slice';
    if (value instanceof Ellipsis) return 'Ellipsis';
    return `<${value.what}>`;
  })();
  budget.make(text.length, place);
  return text;
}

/** `str(value)`. */
export function str(value: Value, budget: Budget, place: Place): string {
  return typeof value === 'string' ? value : repr(value, budget, place);
}
