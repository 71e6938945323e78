import type { SyntaxNode } from '@lezer/common';
import { ExpressionReader } from './read-expressions.ts';
import type { Statement } from './syntax.ts';
import { children, refusal, split } from './tree.ts';

/** Reads the statements of code from its tree. */
export class StatementReader {
  private readonly expressions: ExpressionReader;

  constructor(code: string) {
    this.expressions = new ExpressionReader(code);
  }

  body(node: SyntaxNode): Statement[] {
    return children(node).flatMap((child) => (child.name === ':' ? [] : this.statements(child)));
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
        return { ...place, type: 'expression', value: this.expressions.listed(parts, node) };
      case 'AssignStatement':
        return this.assignment(node, parts);
      case 'UpdateStatement': {
        const at = parts.findIndex(({ name }) => name === 'UpdateOp');
        return {
          ...place,
          type: 'update',
          target: this.expressions.expression(parts[0]!),
          operator: this.expressions.text(parts[at]!).slice(0, -1),
          value: this.expressions.listed(parts.slice(at + 1), node),
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
          target: this.expressions.listed(parts.slice(start, at), node),
          source: this.expressions.listed(parts.slice(at + 1, first), node),
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
          test: this.expressions.expression(parts[1]!),
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
          name: this.expressions.text(name),
          parameters: list ? this.expressions.parameters(list) : [],
          body: this.body(body),
        };
      }
      case 'ClassDefinition':
        return {
          ...place,
          type: 'class',
          name: this.expressions.text(parts.find((part) => part.name === 'VariableName')!),
        };
      case 'ReturnStatement':
        return {
          ...place,
          type: 'return',
          value: parts.length > 1 ? this.expressions.listed(parts.slice(1), node) : undefined,
        };
      case 'ScopeStatement':
        return { ...place, type: 'global', names: parts.slice(1).map((part) => this.expressions.text(part)) };
      case 'DeleteStatement':
        return { ...place, type: 'delete', targets: this.expressions.items(parts.slice(1), node) };
      case 'AssertStatement':
        return { ...place, type: 'assert', test: this.expressions.expression(parts[1]!) };
      case 'RaiseStatement':
        return { ...place, type: 'raise', text: this.expressions.text(node).slice(0, 80) };
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
        throw refusal(this.expressions.code, node, 'print-statement');
      default:
        throw refusal(this.expressions.code, node);
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
      test: parts[at - 1]!.name === 'else' ? undefined : this.expressions.expression(parts[at - 1]!),
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
      targets: targets.toReversed().map((group) => this.expressions.listed(group, node)),
      value: this.expressions.listed(value!, node),
    };
  }

  private withStatement(node: SyntaxNode, parts: readonly SyntaxNode[]): Statement {
    const at = parts.findIndex(({ name }) => name === 'Body');
    const groups = split(parts.slice(1, at).filter(({ name }) => name !== '(' && name !== ')'));
    const items = groups.map((group) => ({
      value: this.expressions.expression(group[0]!),
      target: group.length > 2 ? this.expressions.expression(group[2]!) : undefined,
    }));
    return { from: node.from, to: node.to, type: 'with', items, body: this.body(parts[at]!) };
  }

  private imports(node: SyntaxNode): Statement[] {
    const place = { from: node.from, to: node.to };
    const parts = children(node).filter(({ name }) => name !== '(' && name !== ')');
    const named = (group: readonly SyntaxNode[]) => {
      const as = group.findIndex(({ name }) => name === 'as');
      const words = (as < 0 ? group : group.slice(0, as)).map((part) => this.expressions.text(part));
      return { path: words.join(''), as: as < 0 ? undefined : this.expressions.text(group[as + 1]!) };
    };
    const at = parts.findIndex(({ name }) => name === 'import');
    const groups = split(parts.slice(at + 1)).map(named);
    if (at === 0) {
      return groups.map(({ path, as }) => ({ ...place, type: 'import', path, as: as ?? '' }));
    }
    const path = parts
      .slice(1, at)
      .map((part) => this.expressions.text(part))
      .join('');
    return groups.map(({ path: name, as }) => ({
      ...place,
      type: 'from-import',
      path,
      name,
      as: as ?? name,
    }));
  }
}
