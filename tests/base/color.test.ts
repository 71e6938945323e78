import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rampTexts } from '../../scripts/color-ramp-texts.ts';
import {
  colorOf,
  colorTables,
  contrastOf,
  entryOf,
  hexOf,
  luminanceOf,
  readableInk,
  type ScaleSpec,
} from '../../src/base/color.ts';
import { CIVIDIS, PU_OR } from '../../src/base/color-ramps.ts';

const lightness = (type: ScaleSpec['type']) => Array.from(colorTables[type], luminanceOf);

function steps(values: readonly number[]): number[] {
  return values.slice(1).map((value, at) => value - values[at]!);
}

/** Tables have 8 bits a channel, so lightness may waver by a step of rounding. */
const ROUNDING = 0.0008;

describe('tables', () => {
  test('cividis and light grow lighter, gray darker, at every step', () => {
    expect(Math.min(...steps(lightness('sequential')))).toBeGreaterThan(-ROUNDING);
    expect(lightness('sequential')[255]! - lightness('sequential')[0]!).toBeGreaterThan(0.5);
    expect(Math.max(...steps(lightness('gray')))).toBeLessThanOrEqual(0);
    expect(Math.min(...steps(lightness('light')))).toBeGreaterThan(0);
  });

  test('PuOr is lightest at zero and darkens to both ends', () => {
    const values = lightness('diverging');
    expect(Math.min(...steps(values.slice(0, 128)))).toBeGreaterThan(-ROUNDING);
    expect(Math.max(...steps(values.slice(127, 255)))).toBeLessThan(ROUNDING);
  });

  test('the ramps are those of d3', () => {
    expect(rampTexts()).toEqual({ puOr: PU_OR, cividis: CIVIDIS });
  });

  test('ends and centre are the published colours', () => {
    expect(hexOf(colorOf({ type: 'diverging', limit: 2 }, -2))).toBe('#2d004b');
    expect(hexOf(colorOf({ type: 'diverging', limit: 2 }, 0))).toBe('#f7f7f7');
    expect(hexOf(colorOf({ type: 'diverging', limit: 2 }, 2))).toBe('#7f3b08');
    expect(hexOf(colorOf({ type: 'gray', min: 0, max: 1 }, 0))).toBe('#ffffff');
    expect(hexOf(colorOf({ type: 'sequential', min: 0, max: 1 }, 0))).toBe('#002051');
  });
});

const scales: fc.Arbitrary<ScaleSpec> = fc.oneof(
  fc.record({ type: fc.constant('diverging' as const), limit: fc.float({ min: 0, max: 1e6, noNaN: true }) }),
  fc
    .tuple(fc.float({ noNaN: true, noDefaultInfinity: true }), fc.float({ min: 0, max: 1e6, noNaN: true }))
    .chain(([min, range]) =>
      fc
        .constantFrom('sequential' as const, 'gray' as const, 'light' as const)
        .map((type) => ({ type, min, max: min + range })),
    ),
);

test('any value on any scale has a colour, and a number on it a contrast of 4.5', () => {
  fc.assert(
    fc.property(scales, fc.float(), (scale, value) => {
      const packed = colorOf(scale, value);
      expect(packed >>> 24).toBe(255);
      const ink = readableInk(scale, value) === '#000000' ? 0 : 1;
      expect(contrastOf(ink, luminanceOf(packed))).toBeGreaterThanOrEqual(4.5);
    }),
  );
});

test('a larger value never has a smaller entry, and opposite values stand opposite', () => {
  const scale: ScaleSpec = { type: 'diverging', limit: 3 };
  fc.assert(
    fc.property(
      fc.double({ min: -4, max: 4, noNaN: true }),
      fc.double({ min: -4, max: 4, noNaN: true }),
      (a, b) => {
        expect(entryOf(scale, Math.max(a, b))).toBeGreaterThanOrEqual(entryOf(scale, Math.min(a, b)));
        expect(Math.abs(entryOf(scale, a) + entryOf(scale, -a) - 254)).toBeLessThanOrEqual(1);
      },
    ),
  );
});
