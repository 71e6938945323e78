import * as fc from 'fast-check';
import { expect, it } from 'vitest';
import { nearestWord } from '../../src/base/nearest-word.ts';

const WORDS = ['filters', 'kernel_size', 'strides', 'padding', 'name'] as const;

it.each([
  ['filtres', 'filters'],
  ['filter', 'filters'],
  ['Filters', 'filters'],
  ['kernelSize', 'kernel_size'],
  ['stride', 'strides'],
  ['nmae', 'name'],
  ['units', undefined],
  ['', undefined],
  ['x'.repeat(1_000_000), undefined],
])('%s', (given, near) => {
  expect(nearestWord(given, WORDS)).toBe(near);
});

it('finds a word again with one letter put in, left out or swapped with the next', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...WORDS),
      fc.nat(),
      fc.constantFrom('in', 'out', 'swap'),
      (word, at, how) => {
        const place = at % (word.length - 1);
        const [before, one, two, after] = [
          word.slice(0, place),
          word[place]!,
          word[place + 1]!,
          word.slice(place + 2),
        ];
        const middle = { in: `${one}q${two}`, out: two, swap: two + one }[how];
        expect(nearestWord(before + middle + after, WORDS)).toBe(word);
      },
    ),
  );
});
