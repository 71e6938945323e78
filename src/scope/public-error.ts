import { type ErrorCode, type ErrorDetail, KernelscopeError } from '../base/errors.ts';
import { sentence } from '../text/errors.ts';

/** What is expected and what has come, where the fault itself says no more than its code. */
const UNSAID: Partial<Record<ErrorCode, readonly [expected: string, received: string]>> = {
  syntax: ['a whole link or file', 'a damaged one'],
  'not-compiled': ['a document with "compile"', 'one without'],
  'not-finite': ['finite numbers', 'NaN or Infinity'],
  busy: ['no run under way', 'a call during a run'],
  engine: ['an engine that answers', 'none'],
  network: ['a file of the site', 'no answer'],
};

/** Those that callers have got, which are not worded again. */
const told = new WeakSet<KernelscopeError>();

/** The error as callers get it: code, path, expected and received as texts, `message` the sentence for people. */
export function publicError(error: unknown): KernelscopeError {
  if (error instanceof KernelscopeError && told.has(error)) return error;
  const detail: ErrorDetail =
    error instanceof KernelscopeError
      ? error
      : {
          code: 'engine',
          received: error instanceof Error ? error.message : String(error),
          reason: 'unexpected',
        };
  const { code, path, reason } = detail;
  const [expected, received] = UNSAID[code] ?? ['', ''];
  const answer = new KernelscopeError({
    code,
    path,
    expected: detail.expected ?? expected,
    received: detail.received ?? received,
    reason,
  });
  answer.message = sentence(detail);
  answer.cause = error;
  told.add(answer);
  return answer;
}

/** What a call answers, its error as callers get it. */
export async function answered<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    throw publicError(error);
  }
}

/** The same of a call that answers at once. */
export function said<T>(call: () => T): T {
  try {
    return call();
  } catch (error) {
    throw publicError(error);
  }
}
