import { KernelscopeError } from '../../base/errors.ts';

/** A file that is no archive, or not a whole one. `path` is the part of it that cannot be read. */
export function damaged(path: string, received?: string): KernelscopeError {
  return new KernelscopeError({ code: 'syntax', path, received, reason: 'archive' });
}
