import fc from 'fast-check';
import { expect, test } from 'vitest';
import { colorOf, hexOf, type ScaleSpec } from '../../src/base/color.ts';
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

test('a colour picture is written in its colours: three values a cell are red, green and blue', () => {
  const values = Float32Array.of(1, 0, 0, 0, 0.2, 1, 0.6, 0.6, 0.6, 2, -1, Number.NaN);
  const mark: ImageMark = {
    ...image(2, 2, 3, 0, 8),
    values,
    scale: { type: 'light', min: 0, max: 1 },
    color: true,
  };
  const pixels = new Uint32Array(4);
  writePixels(mark, 2, 2, pixels, 0, 2);
  expect([...pixels].map(hexOf)).toEqual(['#ff0000', '#0033ff', '#999999', '#ff0000']);
});

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
