import { expect, test } from 'vitest';
import { gradientShare } from '../../src/ui/lab/gradient-share.ts';

test.each([
  [0, 0],
  [1e-9, 0],
  [1e-6, 0],
  [1e-2, 0.5],
  [1, 0.75],
  [100, 1],
  [1e9, 1],
  [Number.POSITIVE_INFINITY, 1],
  [Number.NaN, 0],
])('a norm of %f fills %f of its bar', (norm, share) => {
  expect(gradientShare(norm)).toBeCloseTo(share, 12);
});
