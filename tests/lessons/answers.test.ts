import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { accepts, readAnswer, sameAnswer, typedAs, wrongOf } from '../../src/lessons/answers.ts';
import { filledWith } from '../../src/lessons/figure-text.ts';
import type { Form } from '../../src/lessons/question.ts';
import { speak } from '../../src/text/speak.ts';

const whole: Form = { type: 'number' };
const fixed: Form = { type: 'number', decimals: 2 };
const shape: Form = { type: 'shape', rank: 3 };
const cells: Form = { type: 'cells', rows: 3, columns: 3 };
const choice: Form = { type: 'choice', options: ['a', 'b'] };

describe('a whole number', () => {
  it.each(['51264', '51,264', '51.264', '51 264', '51\u202f264', "51'264", ' 51264 ', '+51264'])(
    'is read from %s',
    (typed) => expect(accepts(whole, 51264, typed)).toBe(true),
  );

  it.each([
    '5126',
    '51264.5',
    '51,26',
    '5,1264',
    '51.264,0',
    '51,264.000',
    '',
    ' ',
    'x',
    '5e4',
    'NaN',
    '0x10',
    '--1',
  ])('is not read from %j', (typed) => expect(accepts(whole, 51264, typed)).toBe(false));

  it('may be negative, with any minus', () => {
    for (const minus of ['-', '−', '–', '− ']) expect(accepts(whole, -12, `${minus}12`)).toBe(true);
    expect(accepts(whole, -12, '12')).toBe(false);
  });

  it('is exact', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1e9, max: 1e9 }), fc.integer({ min: 1, max: 1e6 }), (truth, off) => {
        for (const text of [truth.toLocaleString('en'), truth.toLocaleString('de'), String(truth)])
          expect(accepts(whole, truth, text)).toBe(true);
        expect(accepts(whole, truth, String(truth + off))).toBe(false);
      }),
    );
  });
});

describe('a number with decimals', () => {
  it('takes a point or a comma', () => {
    for (const typed of ['0.83', '0,83', '.83', ',83', '+0.83', '0.834', '0.826'])
      expect(accepts(fixed, 0.83, typed)).toBe(true);
  });

  it('is right to half a unit of its last decimal', () => {
    fc.assert(
      fc.property(fc.double({ min: -50, max: 50, noNaN: true }), (truth) => {
        expect(accepts(fixed, truth, truth.toFixed(2))).toBe(true);
        expect(accepts(fixed, truth, (truth + 0.0075).toFixed(6))).toBe(false);
        expect(accepts(fixed, truth, (truth - 0.0075).toFixed(6))).toBe(false);
      }),
    );
  });

  it('is no other text', () => {
    for (const typed of ['', '.', ',', '1.2.3', '1,2,3', 'Infinity', '1e-1', '0.8x', '0 .8'])
      expect(readAnswer(fixed, typed)).toBeUndefined();
  });
});

describe('other forms', () => {
  it('take a shape field by field', () => {
    expect(accepts(shape, [12, 12, 32], ['12', ' 12', '32'])).toBe(true);
    expect(accepts(shape, [12, 12, 32], ['12', '32', '12'])).toBe(false);
    expect(readAnswer(shape, ['12', '12', ''])).toBeUndefined();
    expect(readAnswer(shape, ['12', '12'])).toBeUndefined();
    expect(readAnswer(shape, '12 12 32')).toBeUndefined();
  });

  it('take cells in any order, each once', () => {
    expect(accepts(cells, [1, 4, 8], [8, 1, 4])).toBe(true);
    expect(accepts(cells, [1, 4, 8], [8, 1, 4, 4])).toBe(true);
    expect(accepts(cells, [1, 4, 8], [1, 4])).toBe(false);
    expect(accepts(cells, [1, 4, 8], [1, 4, 8, 0])).toBe(false);
    expect(readAnswer(cells, [])).toBeUndefined();
  });

  it('take one of the options', () => {
    expect(accepts(choice, 'a', 'a')).toBe(true);
    expect(accepts(choice, 'a', 'b')).toBe(false);
    expect(readAnswer(choice, 'c')).toBeUndefined();
  });

  it('are read as what was meant', () => {
    for (const [form, answer] of [
      [whole, -1234],
      [fixed, -0.25],
      [shape, [1, 2, 3]],
      [cells, [0, 5]],
      [choice, 'b'],
    ] as const)
      expect(sameAnswer(form, answer, readAnswer(form, typedAs(form, answer))!)).toBe(true);
  });
});

it('stands in its field as it is said: rounded as asked, in the language of the page, and right again', async () => {
  const field = () => [
    filledWith(fixed, Math.fround(2 / 9)),
    filledWith(whole, 51264),
    filledWith(shape, [26, 26, 8]),
    filledWith(choice, 'b'),
  ];
  expect(field()).toEqual(['0.22', '51,264', ['26', '26', '8'], 'b']);
  await speak('de');
  expect(field()).toEqual(['0,22', '51.264', ['26', '26', '8'], 'b']);
  expect(accepts(fixed, Math.fround(2 / 9), filledWith(fixed, Math.fround(2 / 9)))).toBe(true);
  await speak('en');
});

it('leaves out wrong answers that are right, or said twice', () => {
  const wrong = [
    { answer: 5, why: 'true' },
    { answer: 6, why: 'one' },
    { answer: 6, why: 'again' },
    { answer: 7, why: 'two' },
  ];
  expect(wrongOf({ figures: {}, form: whole, truth: 5, wrong }).map(({ why }) => why)).toEqual([
    'one',
    'two',
  ]);
});
