import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pythonLines } from '../../../src/formats/keras/to-python.ts';
import { admit } from '../../../src/model/gate.ts';
import { tokensOf } from '../../../src/ui/code/highlight.ts';
import { memorySize } from '../../../src/ui/code/memory-size.ts';
import { documents } from '../../arbitraries/documents.ts';

describe('tokensOf', () => {
  const told = (line: string) =>
    tokensOf(line).flatMap(({ type, text }) => (type === 'plain' ? [] : [`${type} ${text}`]));

  test.each([
    ['from keras import layers', ['keyword from', 'keyword import']],
    ['# import 3 "x"', ['comment # import 3 "x"']],
    ['layers.Dropout(rate=0.25, name="a#\\"1"),', ['number 0.25', 'string "a#\\"1"']],
    ['x_train[:200, ..., None] / 255', ['number 200', 'keyword None', 'number 255']],
    ['conv2d_1 = f(epsilon=1e-7, use_bias=False)', ['number 1e-7', 'keyword False']],
  ])('%s', (line, expected) => {
    expect(told(line)).toEqual(expected);
  });

  test('the pieces of a line add up to it, each at its place', () => {
    fc.assert(
      fc.property(documents, (random) => {
        for (const { text } of pythonLines(admit(random).document)) {
          const tokens = tokensOf(text);
          expect(tokens.map((token) => token.text).join('')).toBe(text);
          for (const token of tokens) expect(text.startsWith(token.text, token.start)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
  });
});

test.each([
  [0, '0.00 B'],
  [255, '1020.00 B'],
  [256, '1.00 KB'],
  [5258, '20.54 KB'],
  [1_000_000, '3.81 MB'],
])('%i numbers take %s, as Keras says it', (numbers, text) => {
  expect(memorySize(numbers)).toBe(text);
});
