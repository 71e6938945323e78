import { expect, test } from 'vitest';
import { enlargedQuery, enlargement } from '../../src/ui/projector.ts';

test.each([
  [390, 1],
  [800, 800 / 660],
  [1024, 1.5],
  [1920, 1.5],
  [3840, 2.4],
])('a window of %i pixels is enlarged %d times', (width, by) => {
  expect(enlargement(width)).toBeCloseTo(by);
});

test('a query of an enlarged page asks for a larger window', () => {
  expect(enlargedQuery('(max-width: 640px), (pointer: coarse)', 1.5)).toBe(
    '(max-width: 960px), (pointer: coarse)',
  );
  expect(enlargedQuery('(width >= 1181px) and (height <= 860px)', 1.5)).toBe(
    '(width >= 1771.5px) and (height <= 1290px)',
  );
  expect(enlargedQuery('(prefers-reduced-motion: reduce)', 1.5)).toBe('(prefers-reduced-motion: reduce)');
});
