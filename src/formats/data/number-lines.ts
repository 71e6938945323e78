import { dataFaults } from '../../text/own-data.ts';
import { refusal } from './refuse.ts';
import type { SourceFile } from './source.ts';

/** Numbers set apart by blanks, as many in each line. */
export interface NumberLines {
  readonly lines: number;
  readonly width: number;
  readonly values: Float32Array;
}

const [TAB, LINE, RETURN, BLANK, PLUS, MINUS, POINT, ZERO, NINE, BIG_E, SMALL_E] = [
  9, 10, 13, 32, 43, 45, 46, 48, 57, 69, 101,
] as const;

/** Numbers of one file. */
const MOST_NUMBERS = 16_000_000;

/**
 * The numbers of a text in which each line has as many, set apart by blanks: bytes are read, since a text of a hundred
 * million characters takes long to make. Exact to 32 bits.
 * @throws KernelscopeError with the line
 */
export async function readNumberLines(file: SourceFile): Promise<NumberLines> {
  const bytes = await file.read(0, file.size);
  const { path } = file;
  let values = new Float32Array(1 << 16);
  let count = 0;
  let lines = 0;
  let width = -1;
  let begun = 0;
  let at = 0;

  function endLine(): void {
    const fields = count - begun;
    if (fields === 0) return;
    lines++;
    if (width < 0) width = fields;
    if (fields !== width) {
      throw refusal('syntax', `${path}, line ${lines}`, dataFaults.ragged(fields, width));
    }
    begun = count;
  }

  function strange(from: number): never {
    const text = new TextDecoder().decode(bytes.subarray(from, from + 24)).split(/\s/)[0]!;
    throw refusal('type', `${path}, line ${lines + 1}`, dataFaults.uciNumber(JSON.stringify(text)));
  }

  while (at < bytes.length) {
    const byte = bytes[at]!;
    if (byte === LINE) {
      endLine();
      at++;
      continue;
    }
    if (byte === BLANK || byte === TAB || byte === RETURN) {
      at++;
      continue;
    }
    const from = at;
    let sign = 1;
    if (byte === MINUS || byte === PLUS) {
      sign = byte === MINUS ? -1 : 1;
      at++;
    }
    let mantissa = 0;
    let digits = 0;
    let power = 0;
    for (let pointed = false; at < bytes.length; at++) {
      const digit = bytes[at]!;
      if (digit === POINT && !pointed) pointed = true;
      else if (digit >= ZERO && digit <= NINE) {
        mantissa = mantissa * 10 + (digit - ZERO);
        digits++;
        if (pointed) power--;
      } else break;
    }
    if (digits === 0 || digits > 300) strange(from);
    if (bytes[at] === SMALL_E || bytes[at] === BIG_E) {
      at++;
      const down = bytes[at] === MINUS;
      if (down || bytes[at] === PLUS) at++;
      let exponent = 0;
      const first = at;
      while (at < bytes.length && bytes[at]! >= ZERO && bytes[at]! <= NINE) {
        exponent = exponent * 10 + (bytes[at++]! - ZERO);
      }
      if (at === first || exponent > 300) strange(from);
      power += down ? -exponent : exponent;
    }
    const next = bytes[at];
    if (next !== undefined && next !== BLANK && next !== LINE && next !== RETURN && next !== TAB)
      strange(from);
    if (count === values.length) {
      if (count >= MOST_NUMBERS) throw refusal('budget', path, dataFaults.large(count, MOST_NUMBERS));
      const longer = new Float32Array(count * 2);
      longer.set(values);
      values = longer;
    }
    // A power of ten below 1 is not exact, its inverse is.
    values[count++] = sign * (power < 0 ? mantissa / 10 ** -power : mantissa * 10 ** power);
  }
  endLine();
  return { lines, width: Math.max(0, width), values: values.subarray(0, count) };
}
