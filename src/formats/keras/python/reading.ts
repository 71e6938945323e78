import type { SyntaxNode } from '@lezer/common';
import type { Expression } from './syntax.ts';

/** Code that is read: its text, and its expressions. */
export interface Reading {
  readonly code: string;
  text(node: SyntaxNode): string;
  expression(node: SyntaxNode): Expression;
}
