import { KernelscopeError } from '../base/errors.ts';
import { formatPath, type Json, printable } from '../base/json.ts';
import { nearestWord } from '../base/nearest-word.ts';

type JsonObject = { readonly [key: string]: Json };

/** Brings a document of version `from` to the next one. */
export interface Migration {
  readonly from: number;
  /** What changed, for docs/decisions and the tests. */
  readonly name: string;
  migrate(document: JsonObject): JsonObject;
}

export const CURRENT_VERSION = 1;

/** Oldest first, without gaps: the one at position `n` starts from version `n + 1`. */
export const MIGRATIONS: readonly Migration[] = [];

function isObject(value: Json): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** What is wrong with a document that does not say its version: the key is missing, or misspelt. */
function withoutVersion(document: JsonObject, expected: string): KernelscopeError {
  const key = 'kernelscope';
  const received = printable(undefined);
  const misspelt = Object.keys(document).find((given) => nearestWord(given, [key]));
  if (misspelt === undefined)
    return new KernelscopeError({ code: 'missing-key', path: key, expected, received });
  return new KernelscopeError({
    code: 'unknown-key',
    path: formatPath([misspelt]),
    expected: key,
    received: printable(misspelt),
    reason: 'near-key',
  });
}

/**
 * The document in the current version's form, `kernelscope` saying so. Throws on documents without a version or
 * of one that is not known. `migrations` and `current` are the project's own, except in tests.
 */
export function migrate(document: Json, migrations = MIGRATIONS, current = CURRENT_VERSION): JsonObject {
  if (!isObject(document)) {
    throw new KernelscopeError({
      code: 'type',
      path: '',
      expected: 'a document object',
      received: printable(document),
    });
  }
  const version = document.kernelscope;
  const path = 'kernelscope';
  const expected = current === 1 ? '1' : `a version from 1 to ${current}`;
  if (version === undefined) throw withoutVersion(document, expected);
  if (typeof version !== 'number') {
    throw new KernelscopeError({ code: 'type', path, expected, received: printable(version) });
  }
  if (!Number.isInteger(version) || version < 1 || version > current) {
    throw new KernelscopeError({ code: 'version', path, expected, received: printable(version) });
  }
  return migrations
    .slice(version - 1)
    .reduce((older, step) => ({ ...step.migrate(older), kernelscope: step.from + 1 }), document);
}
