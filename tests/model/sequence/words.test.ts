import { expect, test } from 'vitest';
import { encode, wordsOf } from '../../../src/model/sequence/words.ts';

const vocabulary = ['', '?', 'the', 'film', 'is', 'good', "isn't"];

test('words are letters, digits and apostrophes within them, in lower case', () => {
  expect(wordsOf('The film isn’t GOOD!')).toEqual(['the', 'film', "isn't", 'good']);
  expect(wordsOf("  'quoted' — über 3 Filme… ")).toEqual(['quoted', 'über', '3', 'filme']);
  expect(wordsOf(' ?! ')).toEqual([]);
});

test('a text becomes the numbers of its words, padded at the end; what is unknown and cut is said', () => {
  expect(encode('The film is good', vocabulary, 6)).toEqual({
    numbers: Float32Array.of(2, 3, 4, 5, 0, 0),
    unknown: [],
    cut: 0,
  });
  expect(encode('the plot is the plot, honestly', vocabulary, 5)).toEqual({
    numbers: Float32Array.of(2, 1, 4, 2, 1),
    unknown: ['plot'],
    cut: 1,
  });
  expect(encode('', vocabulary, 2).numbers).toEqual(Float32Array.of(0, 0));
});
