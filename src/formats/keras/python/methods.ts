import type { Budget } from './budget.ts';
import { itemsOf, wholeOf } from './calls.ts';
import { equal, keyOf, order } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { formatted } from './format.ts';
import { itemOf } from './items.ts';
import { repr, str } from './text.ts';
import {
  type Arguments,
  Native,
  PyDict,
  PyList,
  PySet,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from './values.ts';

interface Call {
  readonly given: Arguments;
  readonly budget: Budget;
  readonly place: Place;
  /** The positional argument at this place; `fallback` where there is none. */
  argument(position: number, fallback?: Value): Value;
  text(position: number, fallback?: string): string;
}

type Methods<T> = Readonly<Record<string, (self: T, call: Call) => Value>>;

/** `{name:spec}` of `str.format`; doubled braces stand for themselves. */
const FIELD = /\{\{|\}\}|\{([^{}!:]*)(?:!([rsa]))?(?::([^{}]*))?\}/g;

function formatCall(self: string, { given, budget, place }: Call): string {
  let next = 0;
  const result = self.replace(
    FIELD,
    (whole, field: string | undefined, conversion, spec: string | undefined) => {
      budget.step(place);
      if (field === undefined) return whole.charAt(0);
      const [, name = '', rest = ''] = /^([^.[]*)(.*)$/s.exec(field)!;
      const position = name === '' ? next++ : Number(name);
      const found = Number.isInteger(position)
        ? given.positional[position]?.value
        : given.named.get(name)?.value;
      if (found === undefined) throw new PythonFault('format-values', place, { spec: whole.slice(0, 20) });
      const item = /^\[(-?\d+)\]$/.exec(rest);
      const value = item ? itemOf(found, Number(item[1]), budget, place) : found;
      return formatted(conversion === 'r' ? repr(value, budget, place) : value, spec ?? '', budget, place);
    },
  );
  budget.make(result.length, place);
  return result;
}

const STRING: Methods<string> = {
  format: formatCall,
  upper: (self) => self.toUpperCase(),
  lower: (self) => self.toLowerCase(),
  capitalize: (self) => self.charAt(0).toUpperCase() + self.slice(1).toLowerCase(),
  title: (self) =>
    self.toLowerCase().replace(/\p{L}+/gu, (word) => word.charAt(0).toUpperCase() + word.slice(1)),
  strip: (self) => self.trim(),
  lstrip: (self) => self.trimStart(),
  rstrip: (self) => self.trimEnd(),
  startswith: (self, call) => self.startsWith(call.text(0)),
  endswith: (self, call) => self.endsWith(call.text(0)),
  find: (self, call) => self.indexOf(call.text(0)),
  count: (self, call) => self.split(call.text(0)).length - 1,
  isdigit: (self) => /^\d+$/.test(self),
  replace: (self, call) => {
    const [from, to] = [call.text(0), call.text(1)];
    call.budget.make(self.length + (self.length + 1) * to.length, call.place);
    return self.replaceAll(from, () => to);
  },
  split: (self, call) => {
    const by = call.argument(0, null);
    return new PyList(
      by === null ? self.split(/\s+/).filter((word) => word !== '') : self.split(call.text(0)),
    );
  },
  join: (self, call) => {
    const items = itemsOf(call.argument(0), call.budget, call.place);
    const texts = items.map((item) => (item instanceof Thing ? '…' : str(item, call.budget, call.place)));
    call.budget.make(
      texts.reduce((sum, text) => sum + text.length + self.length, 0),
      call.place,
    );
    return texts.join(self);
  },
  zfill: (self, call) =>
    formatted(self, `0>${wholeOf(call.argument(0), call.place)}`, call.budget, call.place),
  ljust: (self, call) =>
    formatted(self, `<${wholeOf(call.argument(0), call.place)}`, call.budget, call.place),
  rjust: (self, call) =>
    formatted(self, `>${wholeOf(call.argument(0), call.place)}`, call.budget, call.place),
  center: (self, call) =>
    formatted(self, `^${wholeOf(call.argument(0), call.place)}`, call.budget, call.place),
};

function find(items: readonly Value[], wanted: Value, { budget, place }: Call): number {
  const at = items.findIndex((item) => equal(item, wanted, budget, place));
  if (at < 0) throw new PythonFault('not-in-list', place, { item: repr(wanted, budget, place).slice(0, 40) });
  return at;
}

const LIST: Methods<PyList> = {
  append: (self, call) => {
    call.budget.make(1, call.place);
    self.items.push(call.argument(0));
    return null;
  },
  extend: (self, call) => {
    const items = itemsOf(call.argument(0), call.budget, call.place);
    call.budget.make(self.items.length + items.length, call.place);
    for (const item of items) self.items.push(item);
    return null;
  },
  insert: (self, call) => {
    call.budget.make(self.items.length + 1, call.place);
    self.items.splice(wholeOf(call.argument(0), call.place), 0, call.argument(1));
    return null;
  },
  pop: (self, call) => {
    const last = self.items.length - 1;
    const value = itemOf(self, call.argument(0, Math.max(last, 0)), call.budget, call.place);
    const at = wholeOf(call.argument(0, last), call.place);
    self.items.splice(at < 0 ? at + self.items.length : at, 1);
    return value;
  },
  remove: (self, call) => {
    self.items.splice(find(self.items, call.argument(0), call), 1);
    return null;
  },
  clear: (self) => {
    self.items.length = 0;
    return null;
  },
  reverse: (self) => {
    self.items.reverse();
    return null;
  },
  sort: (self, { given, budget, place }) => {
    if (given.named.has('key'))
      throw new PythonFault('no-attribute', place, { type: 'list', name: 'sort(key)' });
    self.items.sort((a, b) => order(a, b, budget, place));
    if (given.named.get('reverse')?.value === true) self.items.reverse();
    return null;
  },
  copy: (self, call) => {
    call.budget.make(self.items.length, call.place);
    return new PyList([...self.items]);
  },
  index: (self, call) => find(self.items, call.argument(0), call),
  count: (self, call) =>
    self.items.filter((item) => equal(item, call.argument(0), call.budget, call.place)).length,
};

const TUPLE: Methods<PyTuple> = {
  index: (self, call) => find(self.items, call.argument(0), call),
  count: (self, call) =>
    self.items.filter((item) => equal(item, call.argument(0), call.budget, call.place)).length,
};

const DICT: Methods<PyDict> = {
  keys: (self) => new PyList(Array.from(self.entries.values(), ([key]) => key)),
  values: (self) => new PyList(Array.from(self.entries.values(), ([, item]) => item)),
  items: (self) => new PyList(Array.from(self.entries.values(), (pair) => new PyTuple(pair))),
  get: (self, call) =>
    self.entries.get(keyOf(call.argument(0), call.budget, call.place))?.[1] ?? call.argument(1, null),
  pop: (self, call) => {
    const key = keyOf(call.argument(0), call.budget, call.place);
    const found = self.entries.get(key);
    if (!found)
      return call.given.positional.length > 1
        ? call.argument(1)
        : itemOf(self, call.argument(0), call.budget, call.place);
    self.entries.delete(key);
    return found[1];
  },
  setdefault: (self, call) => {
    const key = keyOf(call.argument(0), call.budget, call.place);
    const found = self.entries.get(key);
    if (found) return found[1];
    self.entries.set(key, [call.argument(0), call.argument(1, null)]);
    return call.argument(1, null);
  },
  update: (self, call) => {
    const other = call.argument(0, null);
    if (other instanceof PyDict) for (const [key, pair] of other.entries) self.entries.set(key, pair);
    for (const [name, { value }] of call.given.named) self.entries.set(`s${name}`, [name, value]);
    return null;
  },
  copy: (self) => {
    const copy = new PyDict();
    for (const [key, pair] of self.entries) copy.entries.set(key, pair);
    return copy;
  },
};

const SET: Methods<PySet> = {
  add: (self, call) => {
    self.entries.set(keyOf(call.argument(0), call.budget, call.place), call.argument(0));
    return null;
  },
};

function methodOf<T>(
  methods: Methods<T>,
  self: T,
  name: string,
  type: string,
  budget: Budget,
): Native | undefined {
  if (!Object.hasOwn(methods, name)) return undefined;
  const label = `${type}.${name}`;
  return new Native(label, (given) =>
    methods[name]!(self, {
      given,
      budget,
      place: given.place,
      argument(position, fallback) {
        const found = given.positional[position]?.value ?? fallback;
        if (found === undefined) {
          throw new PythonFault('missing-argument', given.place, { name: label, argument: position + 1 });
        }
        return found;
      },
      text(position, fallback) {
        const found = this.argument(position, fallback);
        if (typeof found === 'string') return found;
        throw new PythonFault('text', given.positional[position]?.place ?? given.place, {
          type: typeName(found),
        });
      },
    }),
  );
}

/** `value.name`. Throws where there is no such thing. */
export function attributeOf(value: Value, name: string, budget: Budget, place: Place): Value {
  const found = (() => {
    if (value instanceof Thing) return value.attribute?.(name, place);
    if (typeof value === 'string') return methodOf(STRING, value, name, 'str', budget);
    if (value instanceof PyList) return methodOf(LIST, value, name, 'list', budget);
    if (value instanceof PyTuple) return methodOf(TUPLE, value, name, 'tuple', budget);
    if (value instanceof PyDict) return methodOf(DICT, value, name, 'dict', budget);
    return value instanceof PySet ? methodOf(SET, value, name, 'set', budget) : undefined;
  })();
  if (found !== undefined) return found;
  throw new PythonFault('no-attribute', place, { type: typeName(value), name });
}
