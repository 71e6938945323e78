import { operate, unary } from './arithmetic.ts';
import { assign } from './assign.ts';
import { Budget } from './budget.ts';
import { builtinNames } from './builtins.ts';
import { itemsOf, iterate } from './calls.ts';
import { compare, keyOf, truth } from './compare.ts';
import { type Place, PythonFault } from './fault.ts';
import { formatted } from './format.ts';
import { PyFunction, takeArguments } from './function.ts';
import { itemOf } from './items.ts';
import { attributeOf } from './methods.ts';
import { Scope } from './scope.ts';
import type { Expression, Given, Parameter, Replacement } from './syntax.ts';
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
import type { World } from './world.ts';

/** What expressions give in a world. Every fault is a `PythonFault` with its place. */
export class Evaluator {
  readonly budget = new Budget();
  readonly printed: string[] = [];
  private readonly world: World;
  readonly globals = new Scope();
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

  call(callee: Value, given: Arguments): Value {
    this.budget.step(given.place);
    if (callee instanceof Thing && callee.call) return callee.call(given);
    throw new PythonFault('not-callable', given.place, { type: typeName(callee) });
  }

  value(expression: Expression, scope: Scope): Value {
    this.budget.step(expression);
    return this.budget.deeper(expression, () => this.evaluate(expression, scope));
  }

  test(expression: Expression, scope: Scope): boolean {
    const value = this.value(expression, scope);
    if (!(value instanceof Thing && value.undecided)) return truth(value);
    this.world.undecided(expression);
    return false;
  }

  /** Gives a name its value, in the scope that it belongs to. */
  bind(name: string, value: Value, scope: Scope, place: Place): void {
    const named = value instanceof Thing ? (value.assigned?.(name, place) ?? value) : value;
    (scope.shared.has(name) ? this.globals : scope).names.set(name, named);
  }

  /** A function whose body `run` gives its value, in the scope of a call. */
  define(
    name: string,
    parameters: readonly Parameter[],
    scope: Scope,
    run: (inside: Scope) => Value,
  ): PyFunction {
    const fallbacks = new Map<string, Value>();
    for (const { name: parameter, fallback } of parameters) {
      if (fallback) fallbacks.set(parameter, this.value(fallback, scope));
    }
    return new PyFunction(name, (given) =>
      this.budget.deeper(given.place, () => {
        const inside = new Scope(scope);
        takeArguments(name, parameters, fallbacks, given, inside);
        return run(inside);
      }),
    );
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
        return this.define('lambda', expression.parameters, scope, (inside) =>
          this.value(expression.value, inside),
        );
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
        assign(this, loop.target, item, scope, loop.source);
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
