import type { Rows } from '../../../src/engine/data/rows.ts';

/** The bytes of which the `size` numbers of a sample were made. */
export function bytesOf(rows: Rows, row: number, size: number): Uint8Array {
  const numbers = new Float32Array(size);
  rows.read(row, numbers, 0);
  return Uint8Array.from(numbers, (number) => Math.round(number * 255));
}
