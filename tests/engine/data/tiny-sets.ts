import { deflateRawSync } from 'node:zlib';
import type { FetchFile } from '../../../src/engine/data/fetch-file.ts';

/** Serves files from memory, deflated; anything else is missing. */
export function servedFiles(files: Readonly<Record<string, ArrayBufferView | string>>): FetchFile {
  return async (url) => {
    const file = files[new URL(url).pathname.slice(1)];
    if (file === undefined) return new Response(null, { status: 404 });
    if (typeof file === 'string') return new Response(file);
    const bytes = new Uint8Array(file.buffer, file.byteOffset, file.byteLength);
    return new Response(new Uint8Array(deflateRawSync(bytes)));
  };
}

/** Parts one after another, as bytes. */
export function joined(...parts: readonly ArrayBufferView[]): Uint8Array {
  return Buffer.concat(parts.map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}
