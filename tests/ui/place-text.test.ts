import { expect, test } from 'vitest';
import { placeText } from '../../src/ui/lens/place-text.ts';

test('places are counted from 0, as indices are', () => {
  expect(placeText([1, 0, 0], [11, 11, 16])).toBe('row 1, col 0 of 11 × 11, channel 0 of 16');
  expect(placeText([2, 2, 0], [3, 3, 1])).toBe('row 2, col 2 of 3 × 3');
  expect(placeText([9], [10])).toBe('unit 9 of 10');
});
