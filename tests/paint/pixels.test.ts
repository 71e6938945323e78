import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colorOf, type ScaleSpec } from '../../src/base/color.ts';
import { sampledSize, writePixels } from '../../src/paint/pixels.ts';
import type { ImageMark } from '../../src/scene/marks.ts';

const scale: ScaleSpec = { type: 'diverging', limit: 1 };

function image(rows: number, cols: number, channels: number, channel: number, side: number): ImageMark {
  const values = Float32Array.from({ length: rows * cols * channels }, (_, at) => Math.sin(at * 12.9898));
  const place = { x: 0, y: 0, width: side, height: side };
  return {
    type: 'image',
    ...place,
    values,
    offset: channel,
    rows,
    cols,
    rowStride: cols * channels,
    colStride: channels,
    scale,
  };
}

test('a channel is written cell by cell where there is a pixel for each, with the colour of its value', () => {
  const size = fc.integer({ min: 1, max: 12 });
  fc.assert(
    fc.property(size, size, size, fc.nat(), (rows, cols, channels, seed) => {
      const channel = seed % channels;
      const mark = image(rows, cols, channels, channel, 24);
      expect(sampledSize(mark, 1)).toEqual({ rows, cols });
      const pixels = new Uint32Array(rows * cols);
      writePixels(mark, rows, cols, pixels, 0, cols);
      pixels.forEach((pixel, at) => {
        expect(pixel).toBe(colorOf(scale, mark.values[at * channels + channel]!));
      });
    }),
  );
});

test('a picture with more cells than pixels is sampled, not grown', () => {
  const mark = image(512, 512, 1, 0, 40);
  expect(sampledSize(mark, 2)).toEqual({ rows: 80, cols: 80 });
  const pixels = new Uint32Array(80 * 80);
  writePixels(mark, 80, 80, pixels, 0, 80);
  expect(pixels[0]).toBe(colorOf(scale, mark.values[3 * 512 + 3]!));
});

test('NaN has a colour too', () => {
  const mark = { ...image(1, 1, 1, 0, 1), values: Float32Array.of(Number.NaN) };
  const pixels = new Uint32Array(1);
  writePixels(mark, 1, 1, pixels, 0, 1);
  expect(pixels[0]! >>> 24).toBe(255);
});
