import type { SyntaxNode } from '@lezer/common';
import { parser } from '@lezer/python';
import { PythonFault } from './fault.ts';
import { StatementReader } from './read-statements.ts';
import type { Body } from './syntax.ts';

/** Levels of brackets, blocks and operators within one another. */
const DEEPEST = 200;
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** The code as statements. Throws `PythonFault` where it is no Python, or what nobody writes a model in. */
export function parsePython(code: string): Body {
  const tree = parser.parse(code);
  refuseErrors(code, tree.topNode);
  return new StatementReader(code).body(tree.topNode);
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
