import { unzlibSync } from 'fflate';
import { expect, test } from 'vitest';
import { encodePng } from '../../src/paint/png.ts';

/** Chunks of a PNG by their type, checked against Node's own checksum of the same bytes. */
function chunks(png: Uint8Array): Map<string, Uint8Array> {
  const view = new DataView(png.buffer);
  const found = new Map<string, Uint8Array>();
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at);
    found.set(String.fromCharCode(...png.subarray(at + 4, at + 8)), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return found;
}

test('pixels come back from palette and data', () => {
  const pixels = Uint32Array.of(0xff0000ff, 0xff00ff00, 0xff0000ff, 0xffff0000, 0xff0000ff, 0xff00ff00);
  const parts = chunks(encodePng(pixels, 3, 2));
  const palette = parts.get('PLTE')!;
  const rows = unzlibSync(parts.get('IDAT')!);
  const colors = [...rows]
    .filter((_, at) => at % 4 > 0)
    .map((entry) => [...palette.subarray(entry * 3, entry * 3 + 3)]);
  expect(colors).toEqual([
    [255, 0, 0],
    [0, 255, 0],
    [255, 0, 0],
    [0, 0, 255],
    [255, 0, 0],
    [0, 255, 0],
  ]);
});

test('the end chunk has the checksum that every PNG has', () => {
  expect([...encodePng(Uint32Array.of(0xff000000), 1, 1).slice(-12)]).toEqual([
    0, 0, 0, 0, 73, 69, 78, 68, 174, 66, 96, 130,
  ]);
});
