import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { PythonFault } from './fault.ts';
import { literalParts, unescaped } from './strings.ts';
import type { Body, Expression, Given, Parameter, Replacement, Statement } from './syntax.ts';

/** Levels of brackets, blocks and operators within one another. */
const DEEPEST = 200;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The code as statements. Throws `PythonFault` where it is no Python, or what nobody writes a model in. */
export function parsePython(code: string): Body {
  const tree = parser.parse(code);
  refuseErrors(code, tree.topNode);
  return new Reader(code).body(tree.topNode);
}

/** The grammar's error marks are often far from the cause: an open bracket is said where it was opened. */
function refuseErrors(code: string, top: SyntaxNode): void {
  const open: { readonly name: string; readonly from: number }[] = [];
  let error: { from: number; to: number } | undefined;
  let stray: { from: number; to: number } | undefined;
  let depth = 0;
  top.cursor().iterate(
    ({ name, from, to, type }) => {
      if (++depth > DEEPEST) throw new PythonFault('deep', { from, to });
      if (type.isError) error ??= { from, to };
      if (name in CLOSING) open.push({ name, from });
      else if (name === ')' || name === ']' || name === '}') {
        if (CLOSING[open.at(-1)?.name ?? ''] === name) open.pop();
        else stray ??= { from, to };
      }
    },
    () => {
      depth--;
    },
  );
  if (!error) return;
  const first = open[0];
  if (first && !stray) {
    const place = { from: first.from, to: first.from + 1 };
    throw new PythonFault('open-bracket', place, { bracket: first.name, closing: CLOSING[first.name]! });
  }
  const place = stray ?? error;
  const from = Math.min(place.from, Math.max(code.length - 1, 0));
  throw new PythonFault('syntax', { from, to: Math.max(place.to, from + 1) });
}

const KEYWORDS_AROUND = new Set(['(', ')', '[', ']', '{', '}', ',', ':', ';']);

class Reader {
  private readonly code: string;

  constructor(code: string) {
    this.code = code;
  }

  body(node: SyntaxNode): Statement[] {
    return children(node).flatMap((child) => (child.name === ':' ? [] : this.statements(child)));
  }

  private text(node: SyntaxNode): string {
    return this.code.slice(node.from, node.to);
  }

  private refuse(node: SyntaxNode, code = 'syntax-unknown'): PythonFault {
    return new PythonFault(code, node, { what: this.text(node).slice(0, 40) });
  }

  private statements(node: SyntaxNode): Statement[] {
    if (node.name === 'StatementGroup') {
      return children(node).flatMap((child) => (child.name === ';' ? [] : this.statements(child)));
    }
    if (node.name === 'DecoratedStatement') return this.statements(children(node).at(-1)!);
    if (node.name === 'ImportStatement') return this.imports(node);
    return [this.statement(node)];
  }

  private statement(node: SyntaxNode): Statement {
    const place = { from: node.from, to: node.to };
    const parts = children(node);
    switch (node.name) {
      case 'ExpressionStatement':
        return { ...place, type: 'expression', value: this.listed(parts, node) };
      case 'AssignStatement':
        return this.assignment(node, parts);
      case 'UpdateStatement': {
        const at = parts.findIndex(({ name }) => name === 'UpdateOp');
        return {
          ...place,
          type: 'update',
          target: this.expression(parts[0]!),
          operator: this.text(parts[at]!).slice(0, -1),
          value: this.listed(parts.slice(at + 1), node),
        };
      }
      case 'IfStatement':
        return { ...place, type: 'if', branches: this.branches(parts) };
      case 'ForStatement': {
        const start = parts[0]!.name === 'async' ? 2 : 1;
        const at = parts.findIndex(({ name }) => name === 'in');
        const first = parts.findIndex(({ name }) => name === 'Body');
        return {
          ...place,
          type: 'for',
          target: this.listed(parts.slice(start, at), node),
          source: this.listed(parts.slice(at + 1, first), node),
          body: this.body(parts[first]!),
          otherwise: this.bodyAfter(parts, 'else'),
        };
      }
      case 'WhileStatement': {
        const body = parts.find(({ name }) => name === 'Body')!;
        const otherwise = this.bodyAfter(parts, 'else');
        return {
          ...place,
          type: 'while',
          test: this.expression(parts[1]!),
          body: this.body(body),
          otherwise,
        };
      }
      case 'FunctionDefinition': {
        const name = parts.find((part) => part.name === 'VariableName')!;
        const list = parts.find((part) => part.name === 'ParamList');
        const body = parts.find((part) => part.name === 'Body')!;
        return {
          ...place,
          type: 'function',
          name: this.text(name),
          parameters: list ? this.parameters(list) : [],
          body: this.body(body),
        };
      }
      case 'ClassDefinition':
        return {
          ...place,
          type: 'class',
          name: this.text(parts.find((part) => part.name === 'VariableName')!),
        };
      case 'ReturnStatement':
        return {
          ...place,
          type: 'return',
          value: parts.length > 1 ? this.listed(parts.slice(1), node) : undefined,
        };
      case 'ScopeStatement':
        return { ...place, type: 'global', names: parts.slice(1).map((part) => this.text(part)) };
      case 'DeleteStatement':
        return { ...place, type: 'delete', targets: this.items(parts.slice(1), node) };
      case 'AssertStatement':
        return { ...place, type: 'assert', test: this.expression(parts[1]!) };
      case 'RaiseStatement':
        return { ...place, type: 'raise', text: this.text(node).slice(0, 80) };
      case 'TryStatement':
        return {
          ...place,
          type: 'try',
          body: this.body(parts.find(({ name }) => name === 'Body')!),
          handlers: this.bodyAfter(parts, 'except'),
          lastly: this.bodyAfter(parts, 'finally'),
        };
      case 'WithStatement':
        return this.withStatement(node, parts);
      case 'PassStatement':
        return { ...place, type: 'pass' };
      case 'BreakStatement':
        return { ...place, type: 'break' };
      case 'ContinueStatement':
        return { ...place, type: 'continue' };
      case 'PrintStatement':
        throw this.refuse(node, 'print-statement');
      default:
        throw this.refuse(node);
    }
  }

  /** The block after a keyword, past what stands between them. */
  private bodyAfter(parts: readonly SyntaxNode[], keyword: string): Statement[] {
    const at = parts.findIndex(({ name }) => name === keyword);
    const body = at < 0 ? undefined : parts.slice(at).find(({ name }) => name === 'Body');
    return body ? this.body(body) : [];
  }

  private branches(parts: readonly SyntaxNode[]) {
    const bodies = parts.flatMap((part, at) => (part.name === 'Body' ? [at] : []));
    return bodies.map((at) => ({
      test: parts[at - 1]!.name === 'else' ? undefined : this.expression(parts[at - 1]!),
      body: this.body(parts[at]!),
    }));
  }

  private assignment(node: SyntaxNode, all: readonly SyntaxNode[]): Statement {
    const place = { from: node.from, to: node.to };
    const parts = all.filter(({ name }) => name !== 'TypeDef');
    const groups: SyntaxNode[][] = [[]];
    for (const part of parts) {
      if (part.name === 'AssignOp') groups.push([]);
      else groups.at(-1)!.push(part);
    }
    if (groups.length === 1) return { ...place, type: 'pass' };
    const [value, ...targets] = groups.toReversed();
    return {
      ...place,
      type: 'assign',
      targets: targets.toReversed().map((group) => this.listed(group, node)),
      value: this.listed(value!, node),
    };
  }

  private withStatement(node: SyntaxNode, parts: readonly SyntaxNode[]): Statement {
    const at = parts.findIndex(({ name }) => name === 'Body');
    const groups = split(parts.slice(1, at).filter(({ name }) => name !== '(' && name !== ')'));
    const items = groups.map((group) => ({
      value: this.expression(group[0]!),
      target: group.length > 2 ? this.expression(group[2]!) : undefined,
    }));
    return { from: node.from, to: node.to, type: 'with', items, body: this.body(parts[at]!) };
  }

  private imports(node: SyntaxNode): Statement[] {
    const place = { from: node.from, to: node.to };
    const parts = children(node).filter(({ name }) => name !== '(' && name !== ')');
    const named = (group: readonly SyntaxNode[]) => {
      const as = group.findIndex(({ name }) => name === 'as');
      const words = (as < 0 ? group : group.slice(0, as)).map((part) => this.text(part));
      return { path: words.join(''), as: as < 0 ? undefined : this.text(group[as + 1]!) };
    };
    const at = parts.findIndex(({ name }) => name === 'import');
    const groups = split(parts.slice(at + 1)).map(named);
    if (at === 0) {
      return groups.map(({ path, as }) => ({ ...place, type: 'import', path, as: as ?? '' }));
    }
    const path = parts
      .slice(1, at)
      .map((part) => this.text(part))
      .join('');
    return groups.map(({ path: name, as }) => ({
      ...place,
      type: 'from-import',
      path,
      name,
      as: as ?? name,
    }));
  }

  /** Expressions between commas: one alone, or a tuple. */
  private listed(parts: readonly SyntaxNode[], node: SyntaxNode): Expression {
    const items = this.items(parts, node);
    const [first, last] = [items[0], items.at(-1)];
    if (!first || !last) throw this.refuse(node);
    const isTuple = parts.some(({ name }) => name === ',') || first.type === 'star';
    return isTuple ? { type: 'tuple', items, from: first.from, to: last.to } : first;
  }

  private items(parts: readonly SyntaxNode[], node: SyntaxNode): Expression[] {
    return split(parts.filter(({ name }) => !BRACKETS.has(name))).map((group) => {
      if (group.length === 2 && group[0]!.name === '*') {
        const value = this.expression(group[1]!);
        return { type: 'star', value, from: group[0]!.from, to: value.to };
      }
      if (group.length !== 1) throw this.refuse(node);
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
        return this.string(node);
      case 'Boolean':
        return { ...place, type: 'constant', value: this.text(node) === 'True' };
      case 'None':
        return { ...place, type: 'constant', value: null };
      case 'Ellipsis':
        return { ...place, type: 'ellipsis' };
      case 'ParenthesizedExpression':
        return { ...this.expression(parts.find((part) => !KEYWORDS_AROUND.has(part.name))!), ...place };
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
        if (parts[0]!.name === 'not') return this.logic(node);
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
        if (!yes || !test || !no) throw this.refuse(node);
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
        throw this.refuse(node);
    }
  }

  private number(node: SyntaxNode): Expression {
    const text = this.text(node).replaceAll('_', '').toLowerCase();
    if (text.endsWith('j')) throw this.refuse(node);
    const whole = /^(?:\d+|0[xob][\da-f]+)$/.test(text);
    const value = Number(text);
    if (Number.isNaN(value)) throw this.refuse(node);
    if (whole && !Number.isSafeInteger(value)) throw new PythonFault('large-number', node);
    return { from: node.from, to: node.to, type: 'number', value, float: !whole };
  }

  private string(node: SyntaxNode): Expression {
    const pieces = node.name === 'ContinuedString' ? children(node) : [node];
    const parts = pieces.flatMap((piece) => this.pieces(piece));
    const place = { from: node.from, to: node.to };
    if (parts.every((part) => typeof part === 'string')) {
      return { ...place, type: 'constant', value: parts.join('') };
    }
    return { ...place, type: 'format', parts };
  }

  private pieces(node: SyntaxNode): (string | Replacement)[] {
    const literal = this.text(node);
    const { prefix, start, end } = literalParts(literal);
    const raw = prefix.includes('r');
    const plain = (text: string) => (raw ? text : unescaped(text));
    if (!prefix.includes('f')) return [plain(literal.slice(start, end))];
    const unbraced = (text: string) => plain(text).replaceAll('{{', '{').replaceAll('}}', '}');
    return this.around(node, node.from + start, node.from + end, unbraced);
  }

  /** The replacements among a node's children, and the text around them. */
  private around(node: SyntaxNode, from: number, to: number, plain: (text: string) => string) {
    const parts: (string | Replacement)[] = [];
    let at = from;
    for (const child of children(node)) {
      if (child.name !== 'FormatReplacement') continue;
      if (child.from > at) parts.push(plain(this.code.slice(at, child.from)));
      parts.push(this.replacement(child));
      at = child.to;
    }
    if (at < to) parts.push(plain(this.code.slice(at, to)));
    return parts;
  }

  private replacement(node: SyntaxNode): Replacement {
    const parts = children(node);
    const value = parts.slice(1).find(({ name }) => !name.startsWith('Format') && name !== '}');
    if (!value) throw this.refuse(node);
    const spec = parts.find(({ name }) => name === 'FormatSpec');
    const conversion = parts.find(({ name }) => name === 'FormatConversion');
    const label = parts.find(({ name }) => name === 'FormatSelfDoc');
    return {
      value: this.expression(value),
      conversion: conversion ? this.text(conversion).slice(1) : '',
      spec: spec ? this.around(spec, spec.from + 1, spec.to, (text) => text) : [],
      label: label ? this.code.slice(node.from + 1, label.to) : '',
    };
  }

  private entries(parts: readonly SyntaxNode[], node: SyntaxNode) {
    return split(parts.filter(({ name }) => name !== '{' && name !== '}')).map(
      (group): readonly [Expression | undefined, Expression] => {
        if (group.length === 2 && group[0]!.name === '**') return [undefined, this.expression(group[1]!)];
        if (group.length !== 3) throw this.refuse(node);
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
    if (groups.length === 0) throw this.refuse(node);
    const index: Expression = inside.some(({ name }) => name === ',')
      ? { type: 'tuple', items: groups, from: inside[0]!.from, to: inside.at(-1)!.to }
      : groups[0]!;
    return { ...place, type: 'item', object, index };
  }

  private indexOf(group: readonly SyntaxNode[], node: SyntaxNode): Expression {
    const colons = group.flatMap(({ name }, at) => (name === ':' ? [at] : []));
    if (colons.length === 0) {
      if (group.length !== 1) throw this.refuse(node);
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

  private parameters(list: SyntaxNode): Parameter[] {
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
    if (operator!.name === 'and' || operator!.name === 'or') return this.logic(node);
    if (isComparison(operator!)) return this.comparison(node);
    return {
      ...place,
      type: 'binary',
      operator: this.text(operator!),
      left: this.expression(parts[0]!),
      right: this.expression(parts.at(-1)!),
    };
  }

  /** `a < b < c`, which the grammar nests to the left. */
  private comparison(node: SyntaxNode): Expression {
    const rest: { operator: string; value: Expression }[] = [];
    let at = node;
    for (;;) {
      const parts = children(at);
      if (at.name !== 'BinaryExpression' || !isComparison(parts[1]!)) break;
      const operator = parts
        .slice(1, -1)
        .map((part) => this.text(part))
        .join(' ');
      rest.push({ operator, value: this.expression(parts.at(-1)!) });
      at = parts[0]!;
    }
    return {
      from: node.from,
      to: node.to,
      type: 'compare',
      first: this.expression(at),
      rest: rest.toReversed(),
    };
  }

  /** `and`, `or` and `not`, by Python's precedence: the grammar takes `not a and b` for `not (a and b)`. */
  private logic(node: SyntaxNode): Expression {
    const words: (Expression | 'and' | 'or' | 'not')[] = [];
    const flatten = (at: SyntaxNode): void => {
      const parts = children(at);
      const operator = at.name === 'UnaryExpression' ? parts[0]!.name : (parts[1]?.name ?? '');
      if (at.name === 'UnaryExpression' && operator === 'not') {
        words.push('not');
        flatten(parts[1]!);
      } else if (at.name === 'BinaryExpression' && (operator === 'and' || operator === 'or')) {
        flatten(parts[0]!);
        words.push(operator);
        flatten(parts[2]!);
      } else {
        words.push(this.expression(at));
      }
    };
    flatten(node);
    const place = { from: node.from, to: node.to };
    let at = 0;
    const negated = (): Expression => {
      const word = words[at++];
      if (word === 'not') return { ...place, type: 'unary', operator: 'not', value: negated() };
      if (word === undefined || typeof word === 'string') throw this.refuse(node);
      return word;
    };
    const chain = (operator: 'and' | 'or', next: () => Expression): Expression => {
      const items = [next()];
      while (words[at] === operator) {
        at++;
        items.push(next());
      }
      return items.length === 1 ? items[0]! : { ...place, type: 'logic', operator, items };
    };
    return chain('or', () => chain('and', negated));
  }
}

const BRACKETS = new Set(['(', ')', '[', ']', '{', '}']);

function isComparison({ name }: SyntaxNode): boolean {
  return name === 'CompareOp' || name === 'in' || name === 'is' || name === 'not';
}

function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') found.push(child);
  }
  return found;
}

/** The groups between commas; a comma at the end begins none. */
function split(parts: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of parts) {
    if (part.name === ',') groups.push([]);
    else groups.at(-1)!.push(part);
  }
  return groups.filter((group) => group.length > 0);
}
