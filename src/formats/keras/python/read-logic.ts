import type { SyntaxNode } from '@lezer/common';
import type { Reading } from './reading.ts';
import type { Expression } from './syntax.ts';
import { children, refusal } from './tree.ts';

/** Whether an operator compares. */
export function isComparison({ name }: SyntaxNode): boolean {
  return name === 'CompareOp' || name === 'in' || name === 'is' || name === 'not';
}

/** `a < b < c`, which the grammar nests to the left. */
export function comparison(reader: Reading, node: SyntaxNode): Expression {
  const rest: { operator: string; value: Expression }[] = [];
  let at = node;
  for (;;) {
    const parts = children(at);
    if (at.name !== 'BinaryExpression' || !isComparison(parts[1]!)) break;
    const operator = parts
      .slice(1, -1)
      .map((part) => reader.text(part))
      .join(' ');
    rest.push({ operator, value: reader.expression(parts.at(-1)!) });
    at = parts[0]!;
  }
  return {
    from: node.from,
    to: node.to,
    type: 'compare',
    first: reader.expression(at),
    rest: rest.toReversed(),
  };
}

/** `and`, `or` and `not`, by Python's precedence: the grammar takes `not a and b` for `not (a and b)`. */
export function logic(reader: Reading, node: SyntaxNode): Expression {
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
      words.push(reader.expression(at));
    }
  };
  flatten(node);
  const place = { from: node.from, to: node.to };
  let at = 0;
  const negated = (): Expression => {
    const word = words[at++];
    if (word === 'not') return { ...place, type: 'unary', operator: 'not', value: negated() };
    if (word === undefined || typeof word === 'string') throw refusal(reader.code, node);
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
