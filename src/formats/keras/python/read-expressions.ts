import type { SyntaxNode } from '@lezer/common';
import { PythonFault } from './fault.ts';
import { comparison, isComparison, logic } from './read-logic.ts';
import { stringOf } from './read-string.ts';
import type { Reading } from './reading.ts';
import type { Expression, Given, Parameter } from './syntax.ts';
import { BRACKETS, children, refusal, split } from './tree.ts';

const AROUND: ReadonlySet<string> = new Set([...BRACKETS, ',', ':', ';']);

/** Reads the expressions of code from its tree. */
export class ExpressionReader implements Reading {
  readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  text(node: SyntaxNode): string {
    return this.code.slice(node.from, node.to);
  }

  /** Expressions between commas: one alone, or a tuple. */
  listed(parts: readonly SyntaxNode[], node: SyntaxNode): Expression {
    const items = this.items(parts, node);
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) throw refusal(this.code, node);
    const isTuple = parts.some(({ name }) => name === ',') || first.type === 'star';
    return isTuple ? { type: 'tuple', items, from: first.from, to: last.to } : first;
  }

  items(parts: readonly SyntaxNode[], node: SyntaxNode): Expression[] {
    return split(parts.filter(({ name }) => !BRACKETS.has(name))).map((group) => {
      if (group.length === 2 && group[0]!.name === '*') {
        const value = this.expression(group[1]!);
        return { type: 'star', value, from: group[0]!.from, to: value.to };
      }
      if (group.length !== 1) throw refusal(this.code, node);
      return this.expression(group[0]!);
    });
  }

  expression(node: SyntaxNode): Expression {
    const place = { from: node.from, to: node.to };
    const parts = children(node);
    switch (node.name) {
      case 'VariableName':
        return { ...place, type: 'name', name: this.text(node) };
      case 'Number':
        return this.number(node);
      case 'String':
      case 'FormatString':
      case 'ContinuedString':
        return stringOf(this, node);
      case 'Boolean':
        return { ...place, type: 'constant', value: this.text(node) === 'True' };
      case 'None':
        return { ...place, type: 'constant', value: null };
      case 'Ellipsis':
        return { ...place, type: 'ellipsis' };
      case 'ParenthesizedExpression':
        return { ...this.expression(parts.find((part) => !AROUND.has(part.name))!), ...place };
      case 'TupleExpression':
        return { ...place, type: 'tuple', items: this.items(parts, node) };
      case 'ArrayExpression':
        return { ...place, type: 'list', items: this.items(parts, node) };
      case 'SetExpression':
        return { ...place, type: 'set', items: this.items(parts, node) };
      case 'DictionaryExpression':
        return { ...place, type: 'dict', entries: this.entries(parts, node) };
      case 'ArrayComprehensionExpression':
      case 'ComprehensionExpression':
        return this.comprehension(node, parts, 'list');
      case 'SetComprehensionExpression':
        return this.comprehension(node, parts, 'set');
      case 'DictionaryComprehensionExpression':
        return this.comprehension(node, parts, 'dict');
      case 'MemberExpression':
        return this.member(node, parts);
      case 'CallExpression':
        return {
          ...place,
          type: 'call',
          callee: this.expression(parts[0]!),
          given: this.given(parts.at(-1)!),
        };
      case 'UnaryExpression':
        if (parts[0]!.name === 'not') return logic(this, node);
        return {
          ...place,
          type: 'unary',
          operator: this.text(parts[0]!),
          value: this.expression(parts[1]!),
        };
      case 'BinaryExpression':
        return this.binary(node, parts);
      case 'ConditionalExpression': {
        const [yes, , test, , no] = parts.map((part) =>
          part.name === 'if' || part.name === 'else' ? undefined : part,
        );
        if (!yes || !test || !no) throw refusal(this.code, node);
        return {
          ...place,
          type: 'conditional',
          yes: this.expression(yes),
          test: this.expression(test),
          no: this.expression(no),
        };
      }
      case 'LambdaExpression': {
        const list = parts.find(({ name }) => name === 'ParamList');
        const parameters = list ? this.parameters(list) : [];
        return { ...place, type: 'lambda', parameters, value: this.expression(parts.at(-1)!) };
      }
      case 'NamedExpression':
        return { ...place, type: 'walrus', name: this.text(parts[0]!), value: this.expression(parts[2]!) };
      case 'AwaitExpression':
        return this.expression(parts.at(-1)!);
      default:
        throw refusal(this.code, node);
    }
  }

  private number(node: SyntaxNode): Expression {
    const text = this.text(node).replaceAll('_', '').toLowerCase();
    if (text.endsWith('j')) throw refusal(this.code, node);
    const whole = /^(?:\d+|0[xob][\da-f]+)$/.test(text);
    const value = Number(text);
    if (Number.isNaN(value)) throw refusal(this.code, node);
    if (whole && !Number.isSafeInteger(value)) throw new PythonFault('large-number', node);
    return { from: node.from, to: node.to, type: 'number', value, float: !whole };
  }

  private entries(parts: readonly SyntaxNode[], node: SyntaxNode) {
    return split(parts.filter(({ name }) => name !== '{' && name !== '}')).map(
      (group): readonly [Expression | undefined, Expression] => {
        if (group.length === 2 && group[0]!.name === '**') return [undefined, this.expression(group[1]!)];
        if (group.length !== 3) throw refusal(this.code, node);
        return [this.expression(group[0]!), this.expression(group[2]!)];
      },
    );
  }

  private comprehension(
    node: SyntaxNode,
    all: readonly SyntaxNode[],
    makes: 'list' | 'set' | 'dict',
  ): Expression {
    const parts = all.filter(({ name }) => !BRACKETS.has(name));
    const starts = parts.flatMap(({ name }, at) => (name === 'for' ? [at] : []));
    const head = parts.slice(0, starts[0]);
    const loops = starts.map((start, order) => {
      const loop = parts.slice(start + 1, starts[order + 1]).filter(({ name }) => name !== 'async');
      const within = loop.findIndex(({ name }) => name === 'in');
      const tests = loop.flatMap(({ name }, at) => (name === 'if' ? [loop[at + 1]!] : []));
      return {
        target: this.listed(loop.slice(0, within), node),
        source: this.expression(loop[within + 1]!),
        tests: tests.map((test) => this.expression(test)),
      };
    });
    return {
      from: node.from,
      to: node.to,
      type: 'comprehension',
      makes,
      value: this.expression(head.at(-1)!),
      key: makes === 'dict' ? this.expression(head[0]!) : undefined,
      loops,
    };
  }

  private member(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const place = { from: node.from, to: node.to };
    const object = this.expression(parts[0]!);
    const last = parts.at(-1)!;
    if (last.name === 'PropertyName') return { ...place, type: 'attribute', object, name: this.text(last) };
    const inside = parts.slice(2, -1);
    const groups = split(inside).map((group) => this.indexOf(group, node));
    if (groups.length === 0) throw refusal(this.code, node);
    const index: Expression = inside.some(({ name }) => name === ',')
      ? { type: 'tuple', items: groups, from: inside[0]!.from, to: inside.at(-1)!.to }
      : groups[0]!;
    return { ...place, type: 'item', object, index };
  }

  private indexOf(group: readonly SyntaxNode[], node: SyntaxNode): Expression {
    const colons = group.flatMap(({ name }, at) => (name === ':' ? [at] : []));
    if (colons.length === 0) {
      if (group.length !== 1) throw refusal(this.code, node);
      return this.expression(group[0]!);
    }
    const [one, two = group.length] = colons;
    const between = (from: number, to: number) =>
      to > from && group[from] ? this.expression(group[from]) : undefined;
    return {
      type: 'slice',
      start: between(0, one!),
      stop: between(one! + 1, two),
      step: between(two + 1, group.length),
      from: group[0]!.from,
      to: group.at(-1)!.to,
    };
  }

  private given(list: SyntaxNode): Given[] {
    const parts = children(list);
    if (parts.some(({ name }) => name === 'for')) {
      const value = this.comprehension(list, parts, 'list');
      return [{ type: 'value', name: '', value, from: list.from, to: list.to }];
    }
    return split(parts.slice(1, -1)).map((group): Given => {
      const last = group.at(-1)!;
      const value = this.expression(last);
      const place = { from: group[0]!.from, to: last.to };
      if (group.length === 1) return { ...place, type: 'value', name: '', value };
      const [first, second] = group;
      if (second!.name === 'AssignOp') return { ...place, type: 'named', name: this.text(first!), value };
      return { ...place, type: first!.name === '**' ? 'stars' : 'star', name: '', value };
    });
  }

  parameters(list: SyntaxNode): Parameter[] {
    const groups = split(children(list).filter(({ name }) => !BRACKETS.has(name) && name !== 'TypeDef'));
    const parameters: Parameter[] = [];
    let named = false;
    for (const group of groups) {
      const [first, second, third] = group;
      if (first!.name === '*' || first!.name === '**') {
        named = true;
        if (second)
          parameters.push({ name: this.text(second), type: first!.name === '*' ? 'star' : 'stars' });
        continue;
      }
      const fallback = third ? this.expression(third) : undefined;
      parameters.push({ name: this.text(first!), type: named ? 'named' : 'plain', fallback });
    }
    return parameters;
  }

  private binary(node: SyntaxNode, parts: readonly SyntaxNode[]): Expression {
    const operators = parts.slice(1, -1);
    const [operator] = operators;
    const place = { from: node.from, to: node.to };
    if (operator!.name === 'and' || operator!.name === 'or') return logic(this, node);
    if (isComparison(operator!)) return comparison(this, node);
    return {
      ...place,
      type: 'binary',
      operator: this.text(operator!),
      left: this.expression(parts[0]!),
      right: this.expression(parts.at(-1)!),
    };
  }
}
