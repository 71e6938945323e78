import { KernelscopeError } from '../base/errors.ts';
import { type Json, printable } from '../base/json.ts';

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
  if (version === undefined) throw new KernelscopeError({ code: 'missing-key', path, expected });
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
