import fc from 'fast-check';
import { expect, test } from 'vitest';
import { formatCell, formatCount, formatFixed, formatNumber, formatPercent } from '../../src/scene/format.ts';
import { cellFontSize, textWidth } from '../../src/scene/text-width.ts';

test('numbers as people read them', () => {
  expect(formatFixed(-0.001)).toBe('0.00');
  expect(formatFixed(-1.005, 1)).toBe('−1.0');
  expect(formatNumber(0)).toBe('0');
  expect(formatNumber(0.85)).toBe('0.85');
  expect(formatNumber(-0.0213)).toBe('−0.02');
  expect(formatNumber(1234.56)).toBe('1234.6');
  expect(formatNumber(2.5e-7)).toBe('2.5e−7');
  expect(formatNumber(-3e8)).toBe('−3.0e8');
  expect(formatNumber(Number.POSITIVE_INFINITY)).toBe('∞');
  expect(formatCount(1168)).toBe('1,168');
  expect(formatPercent(0.004)).toBe('0.4%');
  expect(formatPercent(0.612)).toBe('61%');
});

test('a cell shows fewer characters where it is small', () => {
  expect([44, 28, 20].map((size) => formatCell(-0.05, size))).toEqual(['−0.05', '−.05', '−.05']);
  expect([44, 28, 20].map((size) => formatCell(1.234, size))).toEqual(['1.23', '1.23', '1.2']);
  expect([44, 20].map((size) => formatCell(-16.304, size))).toEqual(['−16.30', '−16.3']);
  expect([44, 20].map((size) => formatCell(123.45, size))).toEqual(['123.5', '123']);
  // A true zero is 0, a rounded one is not.
  expect([44, 20].map((size) => formatCell(0.001, size))).toEqual(['0.00', '.00']);
  expect(formatCell(0, 20)).toBe('0');
  expect(formatCell(10.5, 20)).toBe('10.5');
  expect(formatCell(1, 20)).toBe('1');
});

test('a number in a cell stays inside it, at 6 pixels or more where the cell can be read', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -999, max: 999, noNaN: true }),
      fc.integer({ min: 18, max: 60 }),
      (value, size) => {
        const label = formatCell(value, size);
        const font = cellFontSize(label, size);
        expect(textWidth(label, font)).toBeLessThanOrEqual(size - 1.4);
        expect(font).toBeGreaterThan(4.8);
      },
    ),
  );
});
