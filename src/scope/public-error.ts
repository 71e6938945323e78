import { type ErrorDetail, KernelscopeError } from '../base/errors.ts';
import { sentence } from '../text/errors.ts';

/** The error as callers get it: code, path, expected and received as they are, `message` the sentence for people. */
export function publicError(error: unknown): KernelscopeError {
  const detail: ErrorDetail =
    error instanceof KernelscopeError
      ? error
      : {
          code: 'engine',
          received: error instanceof Error ? error.message : String(error),
          reason: 'unexpected',
        };
  const answer = new KernelscopeError(detail);
  answer.message = sentence(detail);
  answer.cause = error;
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
