import { operate, unary } from './arithmetic.ts';
import { Budget } from './budget.ts';
import { builtinNames } from './builtins.ts';
import { itemsOf, iterate } from './calls.ts';
import { compare, keyOf, truth } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { formatted } from './format.ts';
import { itemOf, setItem } from './items.ts';
import { attributeOf } from './methods.ts';
import type { Body, Expression, Given, Parameter, Replacement, Statement } from './syntax.ts';
import { repr, str } from './text.ts';
import {
  type Arguments,
  Ellipsis,
  type Placed,
  PyDict,
  PyFloat,
  PyList,
  PySet,
  PySlice,
  PyTuple,
  Thing,
  typeName,
  type Value,
} from './values.ts';

/** What stands around the code: the modules it imports, and names that it does not define. */
export interface World {
  /** `import path`. */
  module(path: string, place: Place): Value;
  /** `from path import *`: the names that come in. */
  everything(path: string, place: Place): ReadonlyMap<string, Value>;
  /** A name that nothing has defined. */
  missing(name: string, place: Place): Value;
  /** A value that only data, or running the model, would give. */
  unknown(what: string): Value;
  /** `if` or `while` on such a value: taken for false. */
  undecided(place: Place): void;
  /** What a class of the code's own is. */
  ownClass(name: string, place: Place): Value;
}

type Completion = 'break' | 'continue' | { readonly value: Value } | undefined;

class Scope {
  readonly names = new Map<string, Value>();
  readonly outside: Scope | undefined;
  /** Names that belong to the outermost scope. */
  readonly shared = new Set<string>();

  constructor(outside?: Scope) {
    this.outside = outside;
  }

  find(name: string): Value | undefined {
    return this.names.get(name) ?? (this.names.has(name) ? null : this.outside?.find(name));
  }
}

/** Faults that end the run whatever the code would catch. */
const FINAL = new Set(['too-long', 'too-large', 'recursion']);

/** Runs a parsed script in a world. Every fault is a `PythonFault` with its place. */
export class Machine {
  readonly budget = new Budget();
  readonly printed: string[] = [];
  private readonly world: World;
  private readonly globals = new Scope();
  private readonly builtins: ReadonlyMap<string, Value>;

  constructor(world: World) {
    this.world = world;
    this.builtins = builtinNames({
      budget: this.budget,
      printed: this.printed,
      unknown: (what) => world.unknown(what),
      call: (callee, given) => this.call(callee, given),
    });
    this.globals.names.set('__name__', '__main__');
  }

  run(body: Body): void {
    this.block(body, this.globals);
  }

  private block(body: Body, scope: Scope): Completion {
    for (const statement of body) {
      const done = this.statement(statement, scope);
      if (done !== undefined) return done;
    }
    return undefined;
  }

  private statement(statement: Statement, scope: Scope): Completion {
    const { budget } = this;
    budget.step(statement);
    switch (statement.type) {
      case 'expression':
        this.value(statement.value, scope);
        return undefined;
      case 'assign': {
        const value = this.value(statement.value, scope);
        for (const target of statement.targets) this.assign(target, value, scope, statement.value);
        return undefined;
      }
      case 'update': {
        this.update(statement, scope);
        return undefined;
      }
      case 'if': {
        const branch = statement.branches.find(({ test }) => test === undefined || this.test(test, scope));
        return branch ? budget.deeper(statement, () => this.block(branch.body, scope)) : undefined;
      }
      case 'for':
        return this.loop(statement, scope);
      case 'while':
        return this.whileLoop(statement, scope);
      case 'function':
        this.bind(
          statement.name,
          this.define(statement.name, statement.parameters, statement.body, scope),
          scope,
          statement,
        );
        return undefined;
      case 'class':
        this.bind(statement.name, this.world.ownClass(statement.name, statement), scope, statement);
        return undefined;
      case 'return':
        return { value: statement.value ? this.value(statement.value, scope) : null };
      case 'import': {
        const name = statement.as || statement.path.split('.')[0]!;
        const path = statement.as ? statement.path : name;
        this.bind(name, this.world.module(path, statement), scope, statement);
        return undefined;
      }
      case 'from-import':
        this.importFrom(statement, scope);
        return undefined;
      case 'global':
        for (const name of statement.names) scope.shared.add(name);
        return undefined;
      case 'delete':
        for (const target of statement.targets) if (target.type === 'name') scope.names.delete(target.name);
        return undefined;
      case 'assert': {
        const value = this.value(statement.test, scope);
        if (!(value instanceof Thing) && !truth(value)) throw new PythonFault('assertion', statement);
        return undefined;
      }
      case 'raise':
        throw new PythonFault('raised', statement, { text: statement.text });
      case 'try':
        return this.attempt(statement, scope);
      case 'with': {
        for (const { value, target } of statement.items) {
          const opened = this.value(value, scope);
          if (target) this.assign(target, opened, scope, value);
        }
        return budget.deeper(statement, () => this.block(statement.body, scope));
      }
      case 'break':
      case 'continue':
        return statement.type;
      default:
        return undefined;
    }
  }

  private importFrom(statement: Statement & { type: 'from-import' }, scope: Scope): void {
    const { path, name, as } = statement;
    if (name === '*') {
      for (const [found, value] of this.world.everything(path, statement))
        this.bind(found, value, scope, statement);
      return;
    }
    const module = this.world.module(path, statement);
    this.bind(as, attributeOf(module, name, this.budget, statement), scope, statement);
  }

  private attempt(statement: Statement & { type: 'try' }, scope: Scope): Completion {
    let done: Completion;
    try {
      done = this.budget.deeper(statement, () => this.block(statement.body, scope));
    } catch (fault) {
      if (!(fault instanceof PythonFault) || FINAL.has(fault.code) || statement.handlers.length === 0)
        throw fault;
      done = this.block(statement.handlers, scope);
    }
    return this.block(statement.lastly, scope) ?? done;
  }

  private loop(statement: Statement & { type: 'for' }, scope: Scope): Completion {
    const source = this.value(statement.source, scope);
    return this.budget.deeper(statement, () => {
      for (const item of iterate(source, statement.source)) {
        this.budget.step(statement);
        this.assign(statement.target, item, scope, statement.source);
        const done = this.block(statement.body, scope);
        if (done === 'break') return undefined;
        if (typeof done === 'object') return done;
      }
      return this.block(statement.otherwise, scope);
    });
  }

  private whileLoop(statement: Statement & { type: 'while' }, scope: Scope): Completion {
    return this.budget.deeper(statement, () => {
      while (this.test(statement.test, scope)) {
        this.budget.step(statement);
        const done = this.block(statement.body, scope);
        if (done === 'break') return undefined;
        if (typeof done === 'object') return done;
      }
      return this.block(statement.otherwise, scope);
    });
  }

  private test(expression: Expression, scope: Scope): boolean {
    const value = this.value(expression, scope);
    if (!(value instanceof Thing && value.undecided)) return truth(value);
    this.world.undecided(expression);
    return false;
  }

  private update(statement: Statement & { type: 'update' }, scope: Scope): void {
    const { target, operator, value: expression } = statement;
    const before = this.value(target, scope);
    const by = this.value(expression, scope);
    if (operator === '+' && before instanceof PyList && !(by instanceof Thing)) {
      const items = itemsOf(by, this.budget, expression);
      this.budget.make(before.items.length + items.length, statement);
      for (const item of items) before.items.push(item);
      return;
    }
    this.assign(target, operate(operator, before, by, this.budget, statement), scope, expression);
  }

  private bind(name: string, value: Value, scope: Scope, place: Place): void {
    const named = value instanceof Thing ? (value.assigned?.(name, place) ?? value) : value;
    (scope.shared.has(name) ? this.globals : scope).names.set(name, named);
  }

  private assign(target: Expression, value: Value, scope: Scope, place: Place): void {
    this.budget.step(target);
    switch (target.type) {
      case 'name':
        this.bind(target.name, value, scope, place);
        return;
      case 'tuple':
      case 'list':
        this.budget.deeper(target, () => this.unpack(target.items, value, scope, place));
        return;
      case 'item': {
        const object = this.value(target.object, scope);
        setItem(object, this.value(target.index, scope), value, this.budget, target);
        return;
      }
      case 'attribute': {
        const object = this.value(target.object, scope);
        if (object instanceof Thing) object.setAttribute?.(target.name, { value, place });
        else throw new PythonFault('no-attribute', target, { type: typeName(object), name: target.name });
        return;
      }
      default:
        throw new PythonFault('assignment', target);
    }
  }

  private unpack(targets: readonly Expression[], value: Value, scope: Scope, place: Place): void {
    const star = targets.findIndex(({ type }) => type === 'star');
    const parts = value instanceof Thing ? value.unpack?.(targets.length, place) : undefined;
    const items = parts ?? itemsOf(value, this.budget, place);
    const fits = star < 0 ? items.length === targets.length : items.length >= targets.length - 1;
    if (!fits) throw new PythonFault('unpack', place, { count: targets.length, received: items.length });
    for (const [position, target] of targets.entries()) {
      const fromEnd = items.length - targets.length + position;
      if (target.type !== 'star') {
        this.assign(target, items[star >= 0 && position > star ? fromEnd : position]!, scope, place);
      } else if (parts) {
        this.assign(target.value, parts[position]!, scope, place);
      } else {
        this.assign(target.value, new PyList(items.slice(position, fromEnd + 1)), scope, place);
      }
    }
  }

  private define(
    name: string,
    parameters: readonly Parameter[],
    body: Body | Expression,
    scope: Scope,
  ): Value {
    const fallbacks = new Map<string, Value>();
    for (const { name: parameter, fallback } of parameters) {
      if (fallback) fallbacks.set(parameter, this.value(fallback, scope));
    }
    return new PyFunction(name, (given) =>
      this.budget.deeper(given.place, () => {
        const inside = new Scope(scope);
        this.take(name, parameters, fallbacks, given, inside);
        if (!isBody(body)) return this.value(body, inside);
        const done = this.block(body, inside);
        return typeof done === 'object' ? done.value : null;
      }),
    );
  }

  /** Gives a function's parameters their values. */
  private take(
    name: string,
    parameters: readonly Parameter[],
    fallbacks: ReadonlyMap<string, Value>,
    { positional, named, place }: Arguments,
    scope: Scope,
  ): void {
    const plain = parameters.filter(({ type }) => type === 'plain');
    const star = parameters.find(({ type }) => type === 'star');
    const stars = parameters.find(({ type }) => type === 'stars');
    const extra = positional.slice(plain.length);
    if (extra[0] && !star)
      throw new PythonFault('too-many-arguments', extra[0].place, { name, most: plain.length });
    for (const [at, { value }] of positional.slice(0, plain.length).entries())
      scope.names.set(plain[at]!.name, value);
    if (star) scope.names.set(star.name, new PyTuple(extra.map(({ value }) => value)));
    const rest = new PyDict();
    for (const [argument, { value, place: at }] of named) {
      const known = parameters.some(
        ({ name: own, type }) => own === argument && type !== 'star' && type !== 'stars',
      );
      if (known && scope.names.has(argument)) throw new PythonFault('argument-twice', at, { name, argument });
      if (known) scope.names.set(argument, value);
      else if (stars) rest.entries.set(`s${argument}`, [argument, value]);
      else throw new PythonFault('unknown-argument', at, { name, argument });
    }
    if (stars) scope.names.set(stars.name, rest);
    for (const { name: parameter } of parameters) {
      if (scope.names.has(parameter)) continue;
      const fallback = fallbacks.get(parameter);
      if (fallback === undefined)
        throw new PythonFault('missing-argument', place, { name, argument: parameter });
      scope.names.set(parameter, fallback);
    }
  }

  call(callee: Value, given: Arguments): Value {
    this.budget.step(given.place);
    if (callee instanceof Thing && callee.call) return callee.call(given);
    throw new PythonFault('not-callable', given.place, { type: typeName(callee) });
  }

  private value(expression: Expression, scope: Scope): Value {
    this.budget.step(expression);
    return this.budget.deeper(expression, () => this.evaluate(expression, scope));
  }

  private evaluate(expression: Expression, scope: Scope): Value {
    const { budget } = this;
    switch (expression.type) {
      case 'constant':
        return expression.value;
      case 'number':
        return expression.float ? new PyFloat(expression.value) : expression.value;
      case 'ellipsis':
        return new Ellipsis();
      case 'format':
        return this.formatText(expression.parts, scope, expression);
      case 'name':
        return this.lookUp(expression.name, scope, expression);
      case 'attribute':
        return attributeOf(this.value(expression.object, scope), expression.name, budget, expression);
      case 'item': {
        const object = this.value(expression.object, scope);
        return itemOf(object, this.value(expression.index, scope), budget, expression);
      }
      case 'slice': {
        const part = (given: Expression | undefined) => (given ? this.value(given, scope) : null);
        return new PySlice(part(expression.start), part(expression.stop), part(expression.step));
      }
      case 'call': {
        const callee = this.value(expression.callee, scope);
        return this.call(callee, this.given(expression.given, scope, expression));
      }
      case 'tuple':
        return new PyTuple(this.items(expression.items, scope));
      case 'list':
        return new PyList(this.items(expression.items, scope));
      case 'set': {
        const set = new PySet();
        for (const item of this.items(expression.items, scope))
          set.entries.set(keyOf(item, budget, expression), item);
        return set;
      }
      case 'dict':
        return this.dict(expression.entries, scope, expression);
      case 'unary':
        return unary(expression.operator, this.value(expression.value, scope), expression);
      case 'binary': {
        const left = this.value(expression.left, scope);
        return operate(expression.operator, left, this.value(expression.right, scope), budget, expression);
      }
      case 'logic':
        return this.logic(expression.operator, expression.items, scope);
      case 'compare': {
        let left = this.value(expression.first, scope);
        let result: Value = true;
        for (const { operator, value } of expression.rest) {
          const right = this.value(value, scope);
          result = compare(operator, left, right, budget, expression);
          if (!truth(result)) return result;
          left = right;
        }
        return result;
      }
      case 'conditional':
        return this.value(this.test(expression.test, scope) ? expression.yes : expression.no, scope);
      case 'lambda':
        return this.define('lambda', expression.parameters, expression.value, scope);
      case 'comprehension':
        return this.comprehension(expression, scope);
      case 'walrus': {
        const value = this.value(expression.value, scope);
        this.bind(expression.name, value, scope, expression);
        return value;
      }
      case 'star':
        throw new PythonFault('syntax', expression);
    }
  }

  private lookUp(name: string, scope: Scope, place: Place): Value {
    const found = scope.find(name);
    if (found !== undefined) return found;
    const builtin = this.builtins.get(name);
    return builtin === undefined ? this.world.missing(name, place) : builtin;
  }

  private formatText(parts: readonly (string | Replacement)[], scope: Scope, place: Place): string {
    const texts = parts.map((part): string => {
      if (typeof part === 'string') return part;
      const value = this.value(part.value, scope);
      const spec = this.formatText(part.spec, scope, place);
      const usesRepr = part.conversion === 'r' || (part.label !== '' && spec === '');
      const shown = usesRepr && !(value instanceof Thing) ? repr(value, this.budget, place) : value;
      return part.label + formatted(shown, spec, this.budget, part.value);
    });
    const text = texts.join('');
    this.budget.make(text.length, place);
    return text;
  }

  private logic(operator: 'and' | 'or', items: readonly Expression[], scope: Scope): Value {
    let value: Value = null;
    for (const item of items) {
      value = this.value(item, scope);
      if (truth(value) === (operator === 'or')) return value;
    }
    return value;
  }

  private items(expressions: readonly Expression[], scope: Scope): Value[] {
    const items: Value[] = [];
    for (const expression of expressions) {
      if (expression.type === 'star') {
        for (const item of itemsOf(this.value(expression.value, scope), this.budget, expression))
          items.push(item);
      } else {
        items.push(this.value(expression, scope));
      }
    }
    this.budget.make(items.length, expressions[0] ?? { from: 0, to: 0 });
    return items;
  }

  private dict(
    entries: readonly (readonly [Expression | undefined, Expression])[],
    scope: Scope,
    place: Place,
  ): PyDict {
    const dict = new PyDict();
    for (const [key, item] of entries) {
      const value = this.value(item, scope);
      if (key) {
        const name = this.value(key, scope);
        dict.entries.set(keyOf(name, this.budget, key), [name, value]);
      } else if (value instanceof PyDict) {
        for (const [known, pair] of value.entries) dict.entries.set(known, pair);
      } else {
        throw new PythonFault('not-iterable', place, { type: typeName(value) });
      }
    }
    return dict;
  }

  private comprehension(expression: Expression & { type: 'comprehension' }, outside: Scope): Value {
    const scope = new Scope(outside);
    const { loops, key, value } = expression;
    const found: (readonly [Value, Value])[] = [];
    const go = (at: number): void => {
      const loop = loops[at];
      if (!loop) {
        this.budget.make(1, expression);
        const name = key ? this.value(key, scope) : null;
        found.push([name, this.value(value, scope)]);
        return;
      }
      for (const item of iterate(this.value(loop.source, scope), loop.source)) {
        this.budget.step(loop.source);
        this.assign(loop.target, item, scope, loop.source);
        if (loop.tests.every((test) => this.test(test, scope))) go(at + 1);
      }
    };
    go(0);
    if (expression.makes === 'list') return new PyList(found.map(([, item]) => item));
    if (expression.makes === 'dict') {
      const dict = new PyDict();
      for (const [name, item] of found) dict.entries.set(keyOf(name, this.budget, expression), [name, item]);
      return dict;
    }
    const set = new PySet();
    for (const [, item] of found) set.entries.set(keyOf(item, this.budget, expression), item);
    return set;
  }

  private given(list: readonly Given[], scope: Scope, place: Place): Arguments {
    const positional: Placed[] = [];
    const named = new Map<string, Placed>();
    const name = (key: string, placed: Placed) => {
      if (named.has(key)) throw new PythonFault('argument-twice', placed.place, { name: '', argument: key });
      named.set(key, placed);
    };
    for (const argument of list) {
      const value = this.value(argument.value, scope);
      const at = { from: argument.value.from, to: argument.value.to };
      if (argument.type === 'value') positional.push({ value, place: at });
      else if (argument.type === 'named') name(argument.name, { value, place: argument });
      else if (argument.type === 'star') {
        for (const item of itemsOf(value, this.budget, at)) positional.push({ value: item, place: at });
      } else if (value instanceof PyDict) {
        for (const [key, item] of value.entries.values()) {
          name(str(key, this.budget, at), { value: item, place: at });
        }
      } else if (!(value instanceof Thing)) {
        throw new PythonFault('not-iterable', at, { type: typeName(value) });
      }
    }
    return { positional, named, place };
  }
}

function isBody(body: Body | Expression): body is Body {
  return Array.isArray(body);
}

/** A function that the code defines. */
export class PyFunction extends Thing {
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
