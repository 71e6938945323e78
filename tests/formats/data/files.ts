import type { SessionParts } from '../../../src/formats/data/find-data.ts';
import { createDataSession } from '../../../src/formats/data/session.ts';
import { bytesSource, type SourceFile } from '../../../src/formats/data/source.ts';
import type { Reading } from '../../../src/model/datasets/reading.ts';

export const quiet = () => undefined;

export function text(path: string, content: string): SourceFile {
  return bytesSource(path, new TextEncoder().encode(content));
}

const wave = (samples: Float32Array) => ({ shape: [samples.length, 1], data: samples });

export const parts: SessionParts = {
  transforms: { 'log-mel': wave, mfcc: wave, wave },
  // A sound of these tests is its samples as bytes.
  decode: async (bytes) => {
    if (bytes[0] === 1) throw new Error('no sound');
    return Float32Array.from(bytes, (byte) => byte / 255);
  },
};

export function look(files: readonly SourceFile[], reading: Reading = {}, index = 0) {
  return createDataSession(files, parts).look(reading, index, quiet);
}

export function take(files: readonly SourceFile[], reading: Reading = {}) {
  return createDataSession(files, parts).take(reading, quiet);
}

/** An array as `numpy.save` writes it; `bytes` are its numbers. */
export function npy(
  descr: string,
  shape: readonly number[],
  bytes: ArrayBuffer,
  fortran = false,
): Uint8Array {
  const tuple = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const said = `{'descr': '${descr}', 'fortran_order': ${fortran ? 'True' : 'False'}, 'shape': (${tuple}), }`;
  const header = `${said}${' '.repeat(64 - ((10 + said.length + 1) % 64))}\n`;
  const start = new Uint8Array(10 + header.length);
  start.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0, header.length & 255, header.length >> 8]);
  start.set(new TextEncoder().encode(header), 10);
  const all = new Uint8Array(start.length + bytes.byteLength);
  all.set(start);
  all.set(new Uint8Array(bytes), start.length);
  return all;
}
