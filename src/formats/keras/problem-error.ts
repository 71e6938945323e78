import { KernelscopeError } from '../../base/errors.ts';
import { pythonSentence } from '../../text/python.ts';
import type { Finding } from './reading/findings.ts';

const SYNTAX: ReadonlySet<string> = new Set(['syntax', 'syntax-unknown', 'open-bracket', 'print-statement']);

/** A problem in code as the error that a call rejects with: the place is its path. */
export function problemError(problem: Finding, code: string): KernelscopeError {
  const column = code.slice(0, problem.from).split('\n').at(-1)!.length + 1;
  return new KernelscopeError({
    code: SYNTAX.has(problem.code) ? 'syntax' : 'unsupported',
    path: `line ${problem.line}, column ${column}`,
    expected: pythonSentence(problem),
    received: code.slice(problem.from, problem.to),
    reason: 'python',
  });
}
