import { type ErrorCode, KernelscopeError } from '../../base/errors.ts';

/** Why files cannot be taken: `path` is the place (`motor.csv, line 12`), `sentence` one of `text/own-data.ts`. */
export function refusal(code: ErrorCode, path: string, sentence: string): KernelscopeError {
  return new KernelscopeError({ code, path, expected: sentence, reason: 'own-data' });
}
