import { Inflate, zipSync } from 'fflate';
import { KernelscopeError } from '../../base/errors.ts';
import { printable } from '../../base/json.ts';
import { crc32 } from './crc32.ts';
import { damaged } from './damaged.ts';

/** One file of a zip, as its directory has it. */
interface Entry {
  readonly method: number;
  readonly crc: number;
  readonly packedSize: number;
  readonly size: number;
  /** Where its local header begins. */
  readonly offset: number;
}

/** Files of a zip by name. */
export type Directory = ReadonlyMap<string, Entry>;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const END_LENGTH = 22;
const CENTRAL_LENGTH = 46;
const LOCAL_LENGTH = 30;
const LONGEST_COMMENT = 0xffff;
const ENCRYPTED = 1;
const STORED = 0;
const DEFLATED = 8;
const MOST_ENTRIES = 10_000;

/** Compressed bytes inflated at a time: they grow at most 1032-fold, so what comes out at once stays small. */
const SLICE = 16 * 1024;

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function endOf(view: DataView): number {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) {
    if (view.getUint32(at, true) === END) return at;
  }
  throw damaged('zip');
}

/** No way out of the archive, and nothing that is not printed. */
function isPlainName(name: string): boolean {
  const parts = name.split('/');
  return !/[\p{C}\\:]/u.test(name) && !name.startsWith('/') && !parts.includes('..');
}

/**
 * The directory of a zip (PKWARE's APPNOTE 6.3, 4.3.12 and 4.3.16; without its 64-bit extension, which files of the
 * allowed size have no use for). Throws where it is damaged or a name is no plain path.
 */
export function readDirectory(bytes: Uint8Array): Directory {
  const view = viewOf(bytes);
  if (bytes.length < END_LENGTH) throw damaged('zip');
  const end = endOf(view);
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MOST_ENTRIES || at > end) throw damaged('zip');
  const entries = new Map<string, Entry>();
  for (let position = 0; position < count; position++) {
    if (at + CENTRAL_LENGTH > end || view.getUint32(at, true) !== CENTRAL) throw damaged('zip');
    const lengths = [28, 30, 32].map((field) => view.getUint16(at + field, true));
    const after = lengths.reduce((sum, length) => sum + length, at + CENTRAL_LENGTH);
    if (after > end) throw damaged('zip');
    const name = new TextDecoder().decode(
      bytes.subarray(at + CENTRAL_LENGTH, at + CENTRAL_LENGTH + lengths[0]!),
    );
    if (!isPlainName(name) || entries.has(name)) throw damaged('zip', `a file named ${printable(name)}`);
    if (view.getUint16(at + 8, true) & ENCRYPTED) throw damaged(name, 'an encrypted file');
    entries.set(name, {
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    });
    at = after;
  }
  return entries;
}

function inflated(packed: Uint8Array, size: number): Uint8Array | undefined {
  const out = new Uint8Array(size);
  let length = 0;
  let complete = false;
  const stream = new Inflate((chunk, final) => {
    if (length + chunk.length <= size) out.set(chunk, length);
    length += chunk.length;
    complete = final;
  });
  try {
    for (let at = 0; at < packed.length && length <= size; at += SLICE) {
      stream.push(packed.subarray(at, at + SLICE), at + SLICE >= packed.length);
    }
  } catch {
    return undefined;
  }
  return complete && length === size ? out : undefined;
}

/**
 * One file of a zip, whole: its size and its checksum are those that the zip names. Throws `missing-key` where there
 * is none, `budget` before anything is inflated where it would be larger than `limit` bytes, `syntax` where it is
 * damaged.
 */
export function readEntry(bytes: Uint8Array, directory: Directory, name: string, limit: number): Uint8Array {
  const entry = directory.get(name);
  if (!entry) {
    throw new KernelscopeError({ code: 'missing-key', path: name, reason: 'archive-entry' });
  }
  const { method, crc, packedSize, size, offset } = entry;
  if (size > limit) {
    throw new KernelscopeError({
      code: 'budget',
      path: name,
      expected: `at most ${limit.toLocaleString('en-US')} bytes`,
      received: size.toLocaleString('en-US'),
      reason: 'archive-size',
    });
  }
  const view = viewOf(bytes);
  if (offset + LOCAL_LENGTH > bytes.length || view.getUint32(offset, true) !== LOCAL) throw damaged(name);
  const start = offset + LOCAL_LENGTH + view.getUint16(offset + 26, true) + view.getUint16(offset + 28, true);
  if (start + packedSize > bytes.length) throw damaged(name);
  const packed = bytes.subarray(start, start + packedSize);
  if (method !== STORED && method !== DEFLATED) throw damaged(name, `compression of kind ${method}`);
  const content = method === STORED ? packed : inflated(packed, size);
  if (content?.length !== size || crc32(content) !== crc) throw damaged(name);
  return content;
}

/** A zip of these files, stored as they are, as Keras writes it. */
export function writeZip(files: Readonly<Record<string, Uint8Array>>): Uint8Array<ArrayBuffer> {
  return zipSync({ ...files }, { level: 0 }) as Uint8Array<ArrayBuffer>;
}
