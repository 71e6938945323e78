import { expect, test } from 'vitest';
import { timespan } from '../../../src/formats/scorm/time.ts';

test.each([
  [0, '0000:00:00.00'],
  [12_340, '0000:00:12.34'],
  [59_999, '0000:01:00.00'],
  [3_600_000 * 12 + 61_010, '0012:01:01.01'],
  [3_600_000 * 20_000, '9999:59:59.99'],
  [-5, '0000:00:00.00'],
])('%i ms are %s', (milliseconds, text) => {
  expect(timespan(milliseconds)).toBe(text);
});
