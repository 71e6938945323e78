import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readNpy } from '../../../src/formats/data/npy.ts';
import { sentence } from '../../../src/text/errors.ts';
import { npy } from './files.ts';

function refused(bytes: Uint8Array): string {
  try {
    readNpy(bytes, 'x.npy', 'x');
  } catch (error) {
    return sentence(error as Parameters<typeof sentence>[0]);
  }
  return 'read';
}

test('numbers of 32 bits come back in their order', () => {
  fc.assert(
    fc.property(fc.array(fc.float({ noNaN: true }), { minLength: 1, maxLength: 50 }), (values) => {
      const data = Float32Array.from(values);
      const { numbers, shape } = readNpy(npy('<f4', [data.length], data.buffer), 'x.npy', 'x');
      expect(numbers).toEqual(data);
      expect(shape).toEqual([data.length]);
    }),
  );
});

test.each([
  ['<i8', new BigInt64Array([1n, -2n, 9_007_199_254_740_991n]).buffer, [1, -2, 9_007_199_254_740_991]],
  ['>i2', new Uint8Array([0, 1, 255, 254]).buffer, [1, -2]],
  ['|u1', new Uint8Array([7, 255]).buffer, [7, 255]],
  ['|b1', new Uint8Array([0, 1]).buffer, [0, 1]],
  ['<f8', new Float64Array([0.1, -1e300]).buffer, [0.1, -1e300]],
  // 1, -2, the smallest number above 0, infinity.
  ['<f2', new Uint16Array([0x3c00, 0xc000, 1, 0x7c00]).buffer, [1, -2, 2 ** -24, Number.POSITIVE_INFINITY]],
  ['<u4', new Uint32Array([4_294_967_295]).buffer, [4_294_967_295]],
] as const)('numbers of type %s', (dtype, buffer, wanted) => {
  expect([...readNpy(npy(dtype, [wanted.length], buffer), 'x.npy', 'x').numbers!]).toEqual(wanted);
});

test('an array that is stored first axis fastest is turned', () => {
  // [[0, 1, 2], [3, 4, 5]] as Fortran stores it.
  const data = Float32Array.of(0, 3, 1, 4, 2, 5);
  const { numbers } = readNpy(npy('<f4', [2, 3], data.buffer, true), 'x.npy', 'x');
  expect([...numbers!]).toEqual([0, 1, 2, 3, 4, 5]);
});

test('texts come back', () => {
  const codes = Uint32Array.from('walk\0run\0\0', (character) => character.codePointAt(0)!);
  expect(readNpy(npy('<U5', [2], codes.buffer), 'x.npy', 'x').words).toEqual(['walk', 'run']);
  const bytes = new TextEncoder().encode('abc');
  expect(readNpy(npy('|S3', [1], bytes.buffer), 'x.npy', 'x').words).toEqual(['abc']);
});

test('what is no array, is cut off or holds objects is refused', () => {
  expect(refused(new TextEncoder().encode('a,b\n1,2\n'))).toBe(
    'At x.npy: this is no NumPy array: it has to begin with \\x93NUMPY.',
  );
  expect(refused(npy('<f4', [4], new Float32Array(3).buffer))).toBe(
    'At x.npy: the array is cut off: 12 bytes of 16.',
  );
  expect(refused(npy('|O', [1], new ArrayBuffer(8)))).toMatch(/holds Python objects/);
  expect(refused(npy('<c8', [1], new ArrayBuffer(8)))).toMatch(/type <c8 are not read here/);
  expect(refused(npy('<f4', [4_000_000_000], new ArrayBuffer(8)))).toMatch(
    /4,000,000,000 numbers are more than/,
  );
});

test('no bytes make the reader throw anything but its own faults', () => {
  const start = npy('<f4', [2], new Float32Array(2).buffer);
  fc.assert(
    fc.property(fc.nat(start.length - 1), fc.nat(255), (at, byte) => {
      const bytes = start.slice();
      bytes[at] = byte;
      expect(refused(bytes)).toMatch(/^read$|^At x\.npy: /);
    }),
  );
});
