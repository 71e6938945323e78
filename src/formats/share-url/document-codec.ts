import { KernelscopeError } from '../../base/errors.ts';
import { fromBase64url, toBase64url } from './base64url.ts';
import { deflate, inflate } from './deflate.ts';

/** Bytes of JSON at which decoding gives up. */
const LIMIT = 64 * 1024;

/** Codec `k1`: the JSON as UTF-8, raw deflate, base64url. */
export async function encodeDocument(json: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(json));
  if (bytes.length > LIMIT) {
    throw new KernelscopeError({
      code: 'too-long',
      expected: `at most ${LIMIT} bytes of JSON`,
      received: String(bytes.length),
      reason: 'link-document',
    });
  }
  return toBase64url(await deflate(bytes));
}

/** The JSON value of a `k1` payload, not yet checked in any way. Rejects with `syntax` or `budget`. */
export async function decodeDocument(payload: string): Promise<unknown> {
  const bytes = fromBase64url(payload);
  if (!bytes || bytes.length === 0) throw damaged();
  const inflated = await inflate(bytes, LIMIT).catch(() => {
    throw damaged();
  });
  if (!inflated) {
    throw new KernelscopeError({
      code: 'budget',
      path: 'k1',
      expected: `at most ${LIMIT} bytes of JSON`,
      received: 'more',
      reason: 'link-document',
    });
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(inflated));
  } catch {
    throw damaged();
  }
}

function damaged(): KernelscopeError {
  return new KernelscopeError({ code: 'syntax', path: 'k1', reason: 'link' });
}
