import { expect, test } from 'vitest';
import { memorySize } from '../../../src/ui/code/memory-size.ts';

test.each([
  [0, '0.00 B'],
  [255, '1020.00 B'],
  [256, '1.00 KB'],
  [5258, '20.54 KB'],
  [1_000_000, '3.81 MB'],
])('%i numbers take %s, as Keras says it', (numbers, text) => {
  expect(memorySize(numbers)).toBe(text);
});
