import { sizeOf } from '../../base/tensor.ts';
import { dataFaults } from '../../text/own-data.ts';
import { refusal } from './refuse.ts';

/** An array of NumPy, in row-major order. */
export interface NpyArray {
  readonly name: string;
  readonly shape: readonly number[];
  /** As NumPy writes it: `<f4`. */
  readonly dtype: string;
  /** Of numbers and truths. */
  readonly numbers?: Float32Array | Float64Array;
  /** Of texts. */
  readonly words?: readonly string[];
  /** Whether the numbers are whole by their type. */
  readonly whole: boolean;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];

/** Elements of one array. */
const MOST_ELEMENTS = 64_000_000;

interface Header {
  readonly dtype: string;
  readonly fortran: boolean;
  readonly shape: readonly number[];
  /** Where the numbers begin. */
  readonly start: number;
}

/** Of the format's version 1.0, 2.0 and 3.0 (numpy.lib.format): a Python dictionary as text. */
function headerOf(bytes: Uint8Array, path: string): Header {
  if (!MAGIC.every((byte, at) => bytes[at] === byte)) throw refusal('syntax', path, dataFaults.npy);
  const fault = () => refusal('syntax', path, dataFaults.npyHeader);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const long = bytes[6]! >= 2;
  const begin = long ? 12 : 10;
  if (bytes.length < begin || bytes[6]! < 1 || bytes[6]! > 3) throw fault();
  const start = begin + (long ? view.getUint32(8, true) : view.getUint16(8, true));
  if (start > bytes.length || start > 1_000_000) throw fault();
  const text = new TextDecoder().decode(bytes.subarray(begin, start));
  const dtype = /'descr'\s*:\s*'([^']{2,40})'/.exec(text)?.[1];
  const fortran = /'fortran_order'\s*:\s*(True|False)/.exec(text)?.[1];
  const sizes = /'shape'\s*:\s*\(([\d,\s]*)\)/.exec(text)?.[1];
  if (!dtype && /'descr'\s*:\s*\[/.test(text)) throw refusal('type', path, dataFaults.npyType('of records'));
  if (!dtype || !fortran || sizes === undefined) throw fault();
  const shape = sizes
    .split(',')
    .map((size) => size.trim())
    .filter((size) => size !== '')
    .map(Number);
  return { dtype, fortran: fortran === 'True', shape, start };
}

type Read = (view: DataView, at: number, little: boolean) => number;

const READERS: Readonly<
  Record<string, { readonly bytes: number; readonly read: Read; readonly whole: boolean }>
> = {
  f2: { bytes: 2, read: (view, at, little) => halfOf(view.getUint16(at, little)), whole: false },
  f4: { bytes: 4, read: (view, at, little) => view.getFloat32(at, little), whole: false },
  f8: { bytes: 8, read: (view, at, little) => view.getFloat64(at, little), whole: false },
  i1: { bytes: 1, read: (view, at) => view.getInt8(at), whole: true },
  i2: { bytes: 2, read: (view, at, little) => view.getInt16(at, little), whole: true },
  i4: { bytes: 4, read: (view, at, little) => view.getInt32(at, little), whole: true },
  i8: { bytes: 8, read: (view, at, little) => Number(view.getBigInt64(at, little)), whole: true },
  u1: { bytes: 1, read: (view, at) => view.getUint8(at), whole: true },
  u2: { bytes: 2, read: (view, at, little) => view.getUint16(at, little), whole: true },
  u4: { bytes: 4, read: (view, at, little) => view.getUint32(at, little), whole: true },
  u8: { bytes: 8, read: (view, at, little) => Number(view.getBigUint64(at, little)), whole: true },
  b1: { bytes: 1, read: (view, at) => view.getUint8(at), whole: true },
};

/** IEEE 754 half precision: 1 bit of sign, 5 of exponent, 10 of fraction. */
function halfOf(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Where the elements of an array that is stored first axis fastest stand in row-major order. */
function rowMajor<T>(stored: ArrayLike<T>, shape: readonly number[], into: { [at: number]: T }): void {
  const index = new Array<number>(shape.length).fill(0);
  const strides = shape.map((_, axis) => sizeOf(shape.slice(axis + 1)));
  for (let at = 0; at < stored.length; at++) {
    let place = 0;
    for (let axis = 0; axis < shape.length; axis++) place += index[axis]! * strides[axis]!;
    into[place] = stored[at]!;
    for (let axis = 0; axis < shape.length && ++index[axis]! === shape[axis]; axis++) index[axis] = 0;
  }
}

/** `U`: 4 bytes a character; `S`: one; both filled up with zeros. */
function wordsOf(bytes: Uint8Array, count: number, kind: string, length: number, little: boolean): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const each = kind === 'U' ? length * 4 : length;
  return Array.from({ length: count }, (_, word) => {
    let text = '';
    for (let at = 0; at < length; at++) {
      const place = word * each;
      const code = kind === 'U' ? view.getUint32(place + at * 4, little) : view.getUint8(place + at);
      if (code > 0x10ffff) return text;
      text += code === 0 ? '' : String.fromCodePoint(code);
    }
    return text;
  });
}

/**
 * An array as `numpy.save` writes it, in row-major order, of any type of numbers, of truths or of texts.
 * @throws KernelscopeError where the file is none, is cut off or holds Python objects.
 */
export function readNpy(bytes: Uint8Array, path: string, name: string): NpyArray {
  const { dtype, fortran, shape, start } = headerOf(bytes, path);
  const [, order, kind, digits] = /^([<>|=]?)([a-zA-Z])(\d*)$/.exec(dtype) ?? [];
  if (kind === 'O') throw refusal('type', path, dataFaults.npyObjects);
  const length = Number(digits ?? 0);
  const isText = kind === 'U' || kind === 'S';
  const reader = READERS[`${kind}${digits}`];
  if (!kind || (!isText && !reader) || (isText && (length < 1 || length > 1000))) {
    throw refusal('type', path, dataFaults.npyType(dtype));
  }
  const count = sizeOf(shape);
  if (count > MOST_ELEMENTS) throw refusal('budget', path, dataFaults.large(count, MOST_ELEMENTS));
  const wanted = count * (reader ? reader.bytes : kind === 'U' ? length * 4 : length);
  const content = bytes.subarray(start);
  if (content.length < wanted) throw refusal('syntax', path, dataFaults.npyShort(content.length, wanted));
  const little = order !== '>';
  const whole = reader?.whole ?? false;
  const turned = fortran && shape.length > 1;
  if (!reader) {
    const stored = wordsOf(content, count, kind, length, little);
    const words = turned ? new Array<string>(count) : stored;
    if (turned) rowMajor(stored, shape, words);
    return { name, shape, dtype, words, whole };
  }
  // 32 bits hold every number of these types but those of 8 bytes, and whole ones of 4.
  const wide = reader.bytes === 8 || (whole && reader.bytes === 4);
  const stored = wide ? new Float64Array(count) : new Float32Array(count);
  const view = new DataView(content.buffer, content.byteOffset, wanted);
  for (let at = 0; at < count; at++) stored[at] = reader.read(view, at * reader.bytes, little);
  if (!turned) return { name, shape, dtype, numbers: stored, whole };
  const numbers = wide ? new Float64Array(count) : new Float32Array(count);
  rowMajor<number>(stored, shape, numbers);
  return { name, shape, dtype, numbers, whole };
}
