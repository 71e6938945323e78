import { operate } from './arithmetic.ts';
import type { Budget } from './budget.ts';
import { itemsOf, pythonNumber, realOf, wholeOf } from './calls.ts';
import { keyOf, order, truth } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { repr, str } from './text.ts';
import {
  type Arguments,
  Native,
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

/** Lines of `print` that are kept. */
const MOST_LINES = 500;

/** What Python's own functions need of the run. */
export interface Runtime {
  readonly budget: Budget;
  readonly printed: string[];
  /** A value that only data, or running the model, would give. */
  unknown(what: string): Value;
  call(callee: Value, given: Arguments): Value;
}

interface Call {
  readonly given: Arguments;
  readonly place: Place;
  readonly values: readonly Value[];
  /** The positional argument at this place; throws where there is none and no fallback. */
  argument(position: number, fallback?: Value): Value;
  items(position: number): Value[];
}

type Builtin = (call: Call, runtime: Runtime) => Value;

/** Wherever a number is wanted that only running would give, the answer is not known either. */
function known(build: Builtin): Builtin {
  return (call, runtime) =>
    call.values.some((value) => value instanceof Thing) ? runtime.unknown('…') : build(call, runtime);
}

function extreme(sign: number): Builtin {
  return (call, runtime) => {
    const items = call.values.length === 1 ? call.items(0) : [...call.values];
    const [first, ...rest] = items;
    if (first === undefined) throw new PythonFault('empty', call.place);
    if (items.some((item) => item instanceof Thing)) return runtime.unknown('…');
    return rest.reduce(
      (best, item) => (sign * order(item, best, runtime.budget, call.place) > 0 ? item : best),
      first,
    );
  };
}

function parsedNumber(text: string, place: Place): number {
  const number = Number(text.trim().replaceAll('_', ''));
  if (text.trim() === '' || Number.isNaN(number)) {
    throw new PythonFault('no-number', place, { text: text.slice(0, 40) });
  }
  return number;
}

/** To the nearest, halves to the even one, as Python rounds. */
function rounded(value: number, digits: number): number {
  const scale = 10 ** digits;
  const scaled = value * scale;
  const floor = Math.floor(scaled);
  const isHalf = scaled - floor === 0.5;
  return (isHalf ? (floor % 2 === 0 ? floor : floor + 1) : Math.round(scaled)) / scale;
}

const BUILTINS: Readonly<Record<string, Builtin>> = {
  print: ({ given, place }, { budget, printed }) => {
    const separator = given.named.get('sep')?.value;
    const texts = given.positional.map(({ value }) =>
      value instanceof Thing ? '…' : str(value, budget, place),
    );
    const line = texts.join(typeof separator === 'string' ? separator : ' ');
    budget.make(line.length, place);
    if (printed.length < MOST_LINES) printed.push(line);
    return null;
  },
  range: (call) => {
    const numbers = call.values.map((value, at) => wholeOf(value, call.given.positional[at]!.place));
    const [start, stop, step = 1] = numbers.length === 1 ? [0, numbers[0]!] : numbers;
    if (start === undefined || stop === undefined) {
      throw new PythonFault('missing-argument', call.place, { name: 'range', argument: 1 });
    }
    if (step === 0) throw new PythonFault('slice-step', call.place);
    return new PyRange(start, stop, step);
  },
  len: (call, runtime) => {
    const value = call.argument(0);
    if (typeof value === 'string') return value.length;
    if (value instanceof PyList || value instanceof PyTuple) return value.items.length;
    if (value instanceof PyDict || value instanceof PySet) return value.entries.size;
    if (value instanceof PyRange) return value.length;
    if (value instanceof Thing) return value.size?.(call.place) ?? runtime.unknown('len(…)');
    throw new PythonFault('no-items', call.place, { type: typeName(value) });
  },
  enumerate: (call) => {
    const start = wholeOf(call.given.named.get('start')?.value ?? call.argument(1, 0), call.place);
    return new PyList(call.items(0).map((item, at) => new PyTuple([start + at, item])));
  },
  zip: (call) => {
    const lists = call.values.map((_, at) => call.items(at));
    const length = lists.length === 0 ? 0 : Math.min(...lists.map((list) => list.length));
    return new PyList(Array.from({ length }, (_, at) => new PyTuple(lists.map((list) => list[at]!))));
  },
  map: (call, runtime) =>
    new PyList(
      call.items(1).map((value) =>
        runtime.call(call.argument(0), {
          positional: [{ value, place: call.place }],
          named: new Map(),
          place: call.place,
        }),
      ),
    ),
  min: extreme(-1),
  max: extreme(1),
  sum: (call, { budget }) =>
    call.items(0).reduce((total, item) => operate('+', total, item, budget, call.place), call.argument(1, 0)),
  abs: known((call) => {
    const value = call.argument(0);
    return pythonNumber(Math.abs(realOf(value, call.place)), !(value instanceof PyFloat), call.place);
  }),
  pow: (call, { budget }) => operate('**', call.argument(0), call.argument(1), budget, call.place),
  round: known((call) => {
    const digits = call.values.length > 1 ? wholeOf(call.argument(1), call.place) : undefined;
    const number = realOf(call.argument(0), call.place);
    const whole = digits === undefined || !(call.argument(0) instanceof PyFloat);
    return pythonNumber(rounded(number, Math.min(Math.max(digits ?? 0, -15), 15)), whole, call.place);
  }),
  divmod: (call, { budget }) =>
    new PyTuple(
      ['//', '%'].map((operator) =>
        operate(operator, call.argument(0), call.argument(1), budget, call.place),
      ),
    ),
  int: known((call) => {
    const value = call.argument(0, 0);
    const number = typeof value === 'string' ? parsedNumber(value, call.place) : realOf(value, call.place);
    return pythonNumber(Math.trunc(number), true, call.place);
  }),
  float: known((call) => {
    const value = call.argument(0, 0);
    return new PyFloat(
      typeof value === 'string' ? parsedNumber(value, call.place) : realOf(value, call.place),
    );
  }),
  str: (call, { budget }) => {
    const value = call.argument(0, '');
    return value instanceof Thing ? '…' : str(value, budget, call.place);
  },
  repr: (call, { budget }) => repr(call.argument(0), budget, call.place),
  bool: (call) => truth(call.argument(0, false)),
  list: (call) => new PyList(call.values.length === 0 ? [] : call.items(0)),
  tuple: (call) => new PyTuple(call.values.length === 0 ? [] : call.items(0)),
  set: (call, { budget }) => {
    const set = new PySet();
    for (const item of call.values.length === 0 ? [] : call.items(0)) {
      set.entries.set(keyOf(item, budget, call.place), item);
    }
    return set;
  },
  dict: (call, { budget }) => {
    const dict = new PyDict();
    const source = call.argument(0, null);
    if (source instanceof PyDict) for (const [key, pair] of source.entries) dict.entries.set(key, pair);
    else if (source !== null) {
      for (const pair of call.items(0)) {
        const [key, item] = itemsOf(pair, budget, call.place);
        if (key === undefined || item === undefined)
          throw new PythonFault('unpack', call.place, { count: 2 });
        dict.entries.set(keyOf(key, budget, call.place), [key, item]);
      }
    }
    for (const [name, { value }] of call.given.named) dict.entries.set(`s${name}`, [name, value]);
    return dict;
  },
  sorted: (call, { budget }) => {
    if (call.given.named.has('key'))
      throw new PythonFault('unknown-argument', call.place, { name: 'sorted', argument: 'key' });
    const items = call.items(0).sort((a, b) => order(a, b, budget, call.place));
    return new PyList(call.given.named.get('reverse')?.value === true ? items.reverse() : items);
  },
  reversed: (call) => new PyList(call.items(0).reverse()),
  any: (call) => call.items(0).some(truth),
  all: (call) => call.items(0).every(truth),
  isinstance: (_, runtime) => runtime.unknown('isinstance(…)'),
  type: (call) => typeName(call.argument(0)),
  input: (_, runtime) => runtime.unknown('input()'),
  open: (_, runtime) => runtime.unknown('open(…)'),
};

/** Python's own functions by name. */
export function builtinNames(runtime: Runtime): Map<string, Value> {
  return new Map(
    Object.entries(BUILTINS).map(([name, run]) => {
      const native = new Native(name, (given) => {
        const { place } = given;
        return run(
          {
            given,
            place,
            values: given.positional.map(({ value }) => value),
            argument(position, fallback) {
              const found = given.positional[position]?.value ?? fallback;
              if (found !== undefined) return found;
              throw new PythonFault('missing-argument', place, { name, argument: position + 1 });
            },
            items(position) {
              return itemsOf(this.argument(position), runtime.budget, place);
            },
          },
          runtime,
        );
      });
      return [name, native];
    }),
  );
}
