import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';

/** A whole number from 1 to `most` that a caller hands in; undefined where none was. Throws `type` or `range`. */
export function givenCount(given: unknown, path: string, most?: number): number | undefined {
  if (given === undefined) return undefined;
  const number = given as number;
  if (Number.isSafeInteger(given) && number >= 1 && number <= (most ?? Number.MAX_SAFE_INTEGER))
    return number;
  throw new KernelscopeError({
    code: typeof given === 'number' ? 'range' : 'type',
    path,
    expected: most === undefined ? 'a whole number of at least 1' : `a whole number from 1 to ${most}`,
    received: printable(given),
  });
}
