import type { SyntaxNode } from '@lezer/common';
import { PythonFault } from './fault.ts';

export const BRACKETS: ReadonlySet<string> = new Set(['(', ')', '[', ']', '{', '}']);

/** What stands in a node, comments left out. */
export function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling) {
    if (child.name !== 'Comment') found.push(child);
  }
  return found;
}

/** The groups between commas; a comma at the end begins none. */
export function split(parts: readonly SyntaxNode[]): SyntaxNode[][] {
  const groups: SyntaxNode[][] = [[]];
  for (const part of parts) {
    if (part.name === ',') groups.push([]);
    else groups.at(-1)!.push(part);
  }
  return groups.filter((group) => group.length > 0);
}

/** The fault of what the grammar takes and a model's code has no use for. */
export function refusal(code: string, node: SyntaxNode, fault = 'syntax-unknown'): PythonFault {
  return new PythonFault(fault, node, { what: code.slice(node.from, node.to).slice(0, 40) });
}
