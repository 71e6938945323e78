import { operate } from './arithmetic.ts';
import { assign } from './assign.ts';
import type { Budget } from './budget.ts';
import { itemsOf, iterate } from './calls.ts';
import { truth } from './compare.ts';
import { Evaluator } from './evaluator.ts';
import { PythonFault } from './fault.ts';
import { attributeOf } from './methods.ts';
import type { Scope } from './scope.ts';
import type { Body, Statement } from './syntax.ts';
import { PyList, Thing, type Value } from './values.ts';
import type { World } from './world.ts';

type Completion = 'break' | 'continue' | { readonly value: Value } | undefined;

/** Faults that end the run whatever the code would catch. */
const FINAL = new Set(['too-long', 'too-large', 'recursion']);

/** Runs a parsed script in a world. Every fault is a `PythonFault` with its place. */
export class Machine {
  readonly budget: Budget;
  /** What `print` printed. */
  readonly printed: readonly string[];
  private readonly world: World;
  private readonly evaluator: Evaluator;

  constructor(world: World) {
    this.world = world;
    this.evaluator = new Evaluator(world);
    this.budget = this.evaluator.budget;
    this.printed = this.evaluator.printed;
  }

  run(body: Body): void {
    this.block(body, this.evaluator.globals);
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
        this.evaluator.value(statement.value, scope);
        return undefined;
      case 'assign': {
        const value = this.evaluator.value(statement.value, scope);
        for (const target of statement.targets) assign(this.evaluator, target, value, scope, statement.value);
        return undefined;
      }
      case 'update': {
        this.update(statement, scope);
        return undefined;
      }
      case 'if': {
        const branch = statement.branches.find(
          ({ test }) => test === undefined || this.evaluator.test(test, scope),
        );
        return branch ? budget.deeper(statement, () => this.block(branch.body, scope)) : undefined;
      }
      case 'for':
        return this.loop(statement, scope);
      case 'while':
        return this.whileLoop(statement, scope);
      case 'function':
        this.evaluator.bind(statement.name, this.define(statement, scope), scope, statement);
        return undefined;
      case 'class':
        this.evaluator.bind(statement.name, this.world.ownClass(statement.name, statement), scope, statement);
        return undefined;
      case 'return':
        return { value: statement.value ? this.evaluator.value(statement.value, scope) : null };
      case 'import': {
        const name = statement.as || statement.path.split('.')[0]!;
        const path = statement.as ? statement.path : name;
        this.evaluator.bind(name, this.world.module(path, statement), scope, statement);
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
        const value = this.evaluator.value(statement.test, scope);
        if (!(value instanceof Thing) && !truth(value)) throw new PythonFault('assertion', statement);
        return undefined;
      }
      case 'raise':
        throw new PythonFault('raised', statement, { text: statement.text });
      case 'try':
        return this.attempt(statement, scope);
      case 'with': {
        for (const { value, target } of statement.items) {
          const opened = this.evaluator.value(value, scope);
          if (target) assign(this.evaluator, target, opened, scope, value);
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

  private define({ name, parameters, body }: Statement & { type: 'function' }, scope: Scope): Value {
    return this.evaluator.define(name, parameters, scope, (inside) => {
      const done = this.block(body, inside);
      return typeof done === 'object' ? done.value : null;
    });
  }

  private importFrom(statement: Statement & { type: 'from-import' }, scope: Scope): void {
    const { path, name, as } = statement;
    if (name === '*') {
      for (const [found, value] of this.world.everything(path, statement))
        this.evaluator.bind(found, value, scope, statement);
      return;
    }
    const module = this.world.module(path, statement);
    this.evaluator.bind(as, attributeOf(module, name, this.budget, statement), scope, statement);
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
    const source = this.evaluator.value(statement.source, scope);
    return this.budget.deeper(statement, () => {
      for (const item of iterate(source, statement.source)) {
        this.budget.step(statement);
        assign(this.evaluator, statement.target, item, scope, statement.source);
        const done = this.block(statement.body, scope);
        if (done === 'break') return undefined;
        if (typeof done === 'object') return done;
      }
      return this.block(statement.otherwise, scope);
    });
  }

  private whileLoop(statement: Statement & { type: 'while' }, scope: Scope): Completion {
    return this.budget.deeper(statement, () => {
      while (this.evaluator.test(statement.test, scope)) {
        this.budget.step(statement);
        const done = this.block(statement.body, scope);
        if (done === 'break') return undefined;
        if (typeof done === 'object') return done;
      }
      return this.block(statement.otherwise, scope);
    });
  }

  private update(statement: Statement & { type: 'update' }, scope: Scope): void {
    const { target, operator, value: expression } = statement;
    const before = this.evaluator.value(target, scope);
    const by = this.evaluator.value(expression, scope);
    if (operator === '+' && before instanceof PyList && !(by instanceof Thing)) {
      const items = itemsOf(by, this.budget, expression);
      this.budget.make(before.items.length + items.length, statement);
      for (const item of items) before.items.push(item);
      return;
    }
    assign(this.evaluator, target, operate(operator, before, by, this.budget, statement), scope, expression);
  }
}
