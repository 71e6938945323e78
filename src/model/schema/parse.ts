import * as v from 'valibot';
import { ERROR_CODES, type ErrorCode, KernelscopeError } from '../../base/errors.ts';
import { formatPath, printable } from '../../base/json.ts';

type Issue = v.BaseIssue<unknown>;

function isErrorCode(word: string | undefined): word is ErrorCode {
  return (ERROR_CODES as readonly (string | undefined)[]).includes(word);
}

/** What an issue of a plain valibot schema means; `leaf` says its code in the message. */
function codeOf(issue: Issue): ErrorCode {
  const [word] = issue.message.split(':');
  if (isErrorCode(word)) return word;
  return issue.type === 'strict_object' ? 'missing-key' : 'type';
}

function toError(issue: Issue): KernelscopeError {
  const code = codeOf(issue);
  const keys = (issue.path ?? []).map((item) => (typeof item.key === 'number' ? item.key : String(item.key)));
  const path = formatPath(keys);
  if (code === 'missing-key')
    return new KernelscopeError({ code, path, expected: 'a value', received: 'nothing' });
  const [word, reason] = issue.message.split(':');
  if (isErrorCode(word)) {
    return new KernelscopeError({
      code,
      path,
      expected: issue.expected ?? undefined,
      received: issue.received,
      reason,
    });
  }
  const expected = issue.type === 'array' ? 'a list' : (issue.expected ?? undefined);
  return new KernelscopeError({ code, path, expected, received: printable(issue.input) });
}

/** Reads `value` by `schema`, or throws its first fault as a `KernelscopeError`. */
export function parseWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T {
  const result = v.safeParse(schema, value, { abortEarly: true });
  if (result.success) return result.output;
  throw toError(result.issues[0]);
}

/** What `schema` reads `value` as; undefined where it refuses it. */
export function tryWith<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const result = v.safeParse(schema, value, { abortEarly: true });
  return result.success ? result.output : undefined;
}
