import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { borderOf } from '../../../src/model/picture/border.ts';
import { centre, massCentre } from '../../../src/model/picture/centre.ts';
import { withChannels } from '../../../src/model/picture/channels.ts';
import { fitTo } from '../../../src/model/picture/fit.ts';
import { move, STILL } from '../../../src/model/picture/move.ts';
import type { Raster } from '../../../src/model/picture/raster.ts';
import { resize } from '../../../src/model/picture/resize.ts';

const rasters = (channels: fc.Arbitrary<number>, smallest = 1): fc.Arbitrary<Raster> =>
  fc
    .record({
      width: fc.integer({ min: smallest, max: 14 }),
      height: fc.integer({ min: smallest, max: 14 }),
      channels,
    })
    .chain((size) =>
      fc
        .array(fc.integer({ min: 0, max: 255 }), {
          minLength: size.width * size.height * size.channels,
          maxLength: size.width * size.height * size.channels,
        })
        .map((bytes) => ({ ...size, data: Float32Array.from(bytes, (byte) => byte / 255) })),
    );

const any = rasters(fc.constantFrom(1, 3));
const gray = rasters(fc.constant(1));
const sizes = fc.integer({ min: 1, max: 20 });
const mean = (data: Float32Array) => data.reduce((sum, value) => sum + value, 0) / data.length;
const inRange = (data: Float32Array) => data.every((value) => value >= 0 && value <= 1 + 1e-6);

/** One cell of an area-averaged picture: every source cell by the area that the two share, looked for everywhere. */
function averagedCell(source: Raster, width: number, height: number, col: number, row: number): number {
  const overlap = (from: number, to: number, cell: number) =>
    Math.max(0, Math.min(to, cell + 1) - Math.max(from, cell));
  const [stepX, stepY] = [source.width / width, source.height / height];
  let sum = 0;
  for (let y = 0; y < source.height; y++) {
    for (let x = 0; x < source.width; x++) {
      const area = overlap(col * stepX, (col + 1) * stepX, x) * overlap(row * stepY, (row + 1) * stepY, y);
      sum += area * source.data[(y * source.width + x) * source.channels]!;
    }
  }
  return sum / (stepX * stepY);
}

describe('resize', () => {
  test('the same size gives the same numbers', () => {
    fc.assert(
      fc.property(any, (picture) => {
        expect(resize(picture, picture.width, picture.height)).toEqual(picture);
      }),
    );
  });

  test('down-sampling averages areas, as the slow loop does, and keeps the mean', () => {
    fc.assert(
      fc.property(gray, sizes, sizes, (picture, wide, high) => {
        const [width, height] = [Math.min(wide, picture.width), Math.min(high, picture.height)];
        const small = resize(picture, width, height);
        expect(mean(small.data)).toBeCloseTo(mean(picture.data), 5);
        for (let row = 0; row < height; row++) {
          for (let col = 0; col < width; col++) {
            const cell = averagedCell(picture, width, height, col, row);
            expect(small.data[row * width + col]).toBeCloseTo(cell, 5);
          }
        }
      }),
    );
  });

  test('up-sampling is linear between the middles of cells', () => {
    const picture = { width: 2, height: 1, channels: 1, data: Float32Array.of(0, 1) };
    expect([...resize(picture, 4, 1).data]).toEqual([0, 0.25, 0.75, 1]);
  });
});

test('gray is the luma of ITU-R BT.709, and gray to colours and back is the same', () => {
  const green = { width: 1, height: 1, channels: 3, data: Float32Array.of(0, 1, 0) };
  expect(withChannels(green, 1).data[0]).toBeCloseTo(0.7152, 6);
  fc.assert(
    fc.property(gray, (picture) => {
      const back = withChannels(withChannels(picture, 3), 1);
      back.data.forEach((value, at) => {
        expect(value).toBeCloseTo(picture.data[at]!, 5);
      });
    }),
  );
});

describe('fit', () => {
  const settings = { how: 'contain', invert: 'off', threshold: 0 } as const;

  test('always has the shape asked for, and stays in range', () => {
    fc.assert(
      fc.property(
        any,
        sizes,
        sizes,
        fc.constantFrom(1, 3),
        fc.constantFrom('contain', 'cover', 'stretch'),
        fc.constantFrom('auto', 'on', 'off'),
        (source, rows, cols, channels, how, invert) => {
          const { picture } = fitTo(source, [rows, cols, channels], { how, invert, threshold: 0.2 });
          expect(picture).toMatchObject({ width: cols, height: rows, channels });
          expect(picture.data).toHaveLength(rows * cols * channels);
          expect(inRange(picture.data)).toBe(true);
          expect(picture.data.every((value) => value === 0 || value >= 0.2 - 1e-7)).toBe(true);
        },
      ),
    );
  });

  test('contain adds bands of the border colour, cover cuts, stretch does neither', () => {
    // Two columns, one black and one white; the border is the median: white.
    const wide = { width: 4, height: 2, channels: 1, data: Float32Array.of(0, 1, 1, 1, 0, 1, 1, 1) };
    const contained = fitTo(wide, [4, 4, 1], settings).picture;
    expect([...contained.data]).toEqual([1, 1, 1, 1, 0, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1]);
    expect([...fitTo(wide, [2, 2, 1], { ...settings, how: 'cover' }).picture.data]).toEqual([1, 1, 1, 1]);
    expect([...fitTo(wide, [2, 2, 1], { ...settings, how: 'stretch' }).picture.data]).toEqual([
      0.5, 1, 0.5, 1,
    ]);
  });

  test('dark ink on a bright border is inverted, light ink on a dark one is not', () => {
    const data = new Float32Array(25).fill(0.9);
    data[12] = 0.1;
    const dark = { width: 5, height: 5, channels: 1, data };
    const turned = fitTo(dark, [5, 5, 1], { ...settings, invert: 'auto', threshold: 0.3 });
    expect(turned.inverted).toBe(true);
    expect(turned.picture.data[12]).toBeCloseTo(0.9, 6);
    expect(turned.picture.data[0]).toBe(0);
    expect(fitTo(turned.picture, [5, 5, 1], { ...settings, invert: 'auto' })).toEqual({
      inverted: false,
      picture: turned.picture,
    });
  });
});

describe('centre', () => {
  test('the mass is within half a cell of the middle, unless the ink would be cut off', () => {
    fc.assert(
      fc.property(gray, fc.integer({ min: 8, max: 32 }), fc.integer({ min: 8, max: 32 }), (source, w, h) => {
        const placed = centre(source, w, h);
        expect(placed).toMatchObject({ width: w, height: h });
        expect(inRange(placed.data)).toBe(true);
        const { col, row } = massCentre(placed);
        const edge = (cells: readonly number[]) => cells.some((at) => placed.data[at]! > 0);
        const column = (at: number) => Array.from({ length: h }, (_, y) => y * w + at);
        const line = (at: number) => Array.from({ length: w }, (_, x) => at * w + x);
        if (!edge([...column(0), ...column(w - 1)]))
          expect(Math.abs(col - (w - 1) / 2)).toBeLessThanOrEqual(0.5001);
        if (!edge([...line(0), ...line(h - 1)]))
          expect(Math.abs(row - (h - 1) / 2)).toBeLessThanOrEqual(0.5001);
      }),
    );
  });

  test('a stroke of any size and place fills 20 of 28 cells', () => {
    const data = new Float32Array(100 * 100);
    for (let row = 60; row < 70; row++) data.fill(1, row * 100 + 5, row * 100 + 45);
    const placed = centre({ width: 100, height: 100, channels: 1, data }, 28, 28);
    const cols = new Set<number>();
    for (const [at, value] of placed.data.entries()) if (value > 0) cols.add(at % 28);
    expect([Math.min(...cols), Math.max(...cols)]).toEqual([4, 23]);
  });

  test('nothing drawn is nothing', () => {
    const empty = { width: 9, height: 9, channels: 1, data: new Float32Array(81) };
    expect(centre(empty, 28, 28).data.every((value) => value === 0)).toBe(true);
  });
});

describe('move', () => {
  test('no move gives the same numbers', () => {
    fc.assert(
      fc.property(any, (picture) => {
        expect(move(picture, STILL)).toEqual(picture);
      }),
    );
  });

  test('a shift by whole cells is exact', () => {
    const shift = fc.integer({ min: -15, max: 15 });
    fc.assert(
      fc.property(any, shift, shift, (picture, dx, dy) => {
        const { width, height, channels } = picture;
        const moved = move(picture, { ...STILL, dx, dy });
        const background = borderOf(picture);
        moved.data.forEach((value, at) => {
          const col = (Math.floor(at / channels) % width) - dx;
          const row = Math.floor(at / channels / width) - dy;
          const inside = col >= 0 && row >= 0 && col < width && row < height;
          const from = (row * width + col) * channels + (at % channels);
          expect(value).toBe(inside ? picture.data[from] : Math.fround(background[at % channels]!));
        });
      }),
    );
  });

  test('a quarter turn is clockwise, and four are none', () => {
    const data = Float32Array.of(0, 1, 0, 0, 0, 0, 0, 0, 0);
    const top = { width: 3, height: 3, channels: 1, data };
    const right = move(top, { ...STILL, rotate: 90 });
    right.data.forEach((value, at) => {
      expect(value).toBeCloseTo(at === 5 ? 1 : 0, 6);
    });
    fc.assert(
      fc.property(gray, (picture) => {
        const whole = move(picture, { ...STILL, rotate: 360 });
        whole.data.forEach((value, at) => {
          expect(value).toBeCloseTo(picture.data[at]!, 5);
        });
      }),
    );
  });

  test('stays between the smallest and the largest number', () => {
    const moves = fc.record({
      dx: fc.double({ min: -9, max: 9, noNaN: true }),
      dy: fc.double({ min: -9, max: 9, noNaN: true }),
      rotate: fc.double({ min: -180, max: 180, noNaN: true }),
      scale: fc.double({ min: 0.25, max: 4, noNaN: true }),
    });
    fc.assert(
      fc.property(any, moves, (picture, by) => {
        expect(inRange(move(picture, by).data)).toBe(true);
      }),
    );
  });
});
