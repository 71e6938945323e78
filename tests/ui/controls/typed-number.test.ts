import { expect, it } from 'vitest';
import { shownNumber, typedNumber } from '../../../src/ui/controls/typed-number.ts';

it('shows a real minus sign and reads it as it reads a hyphen', () => {
  expect(shownNumber('-0.25')).toBe('−0.25');
  expect(shownNumber('1e-7')).toBe('1e−7');
  for (const text of ['-1.5e-3', '−1.5e−3', ' −1.5e-3 ']) expect(typedNumber(text)).toBe(-0.0015);
  expect(typedNumber('−')).toBeNaN();
  expect(typedNumber('')).toBeNaN();
});
