import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromPython } from '../../../src/formats/keras/from-python.ts';
import { PRESET_CODES } from '../../../src/formats/presets/code.ts';
import { PYTHON_CODES, pythonSentence } from '../../../src/text/python.ts';

const context = {
  dataset: { name: 'mnist', title: 'MNIST', shape: [28, 28, 1], classes: 10, train: 2000, test: 500 },
};

const CODES = Object.values(PRESET_CODES);
const TOKENS = [
  ...[
    'model',
    'Dense',
    'Sequential',
    'layers',
    'keras',
    'x',
    'np',
    'print',
    'range',
    'len',
    'self',
    '__class__',
  ],
  ...[
    '(',
    ')',
    '[',
    ']',
    '{',
    '}',
    ',',
    ':',
    '.',
    '=',
    '+',
    '-',
    '*',
    '**',
    '//',
    '%',
    '<',
    '==',
    '@',
    ':=',
    '->',
  ],
  ...[
    'for',
    'in',
    'while',
    'if',
    'else',
    'def',
    'return',
    'lambda',
    'not',
    'and',
    'import',
    'from',
    'class',
    'try',
  ],
  ...[
    '0',
    '1',
    '1e308',
    '99999999999',
    '"a"',
    "f'{x}'",
    '"%s"',
    'None',
    'True',
    '...',
    '\n',
    '\n    ',
    '\n        ',
  ],
  ...[
    'while True: pass\n',
    '10 ** 10 ** 10',
    'range(10 ** 15)',
    'list(range(10 ** 15))',
    '"a" * 10 ** 9',
    '\u{1f642}',
    '\0',
  ],
];

/** Reads, and says what has to hold whatever comes: an end, places within the code, and a sentence for all. */
function check(code: string): void {
  const start = performance.now();
  const { notes, problems, document } = fromPython(code, context);
  expect(performance.now() - start).toBeLessThan(2000);
  expect(document === undefined).toBe(problems.length > 0);
  for (const finding of [...notes, ...problems]) {
    expect(finding.from).toBeGreaterThanOrEqual(0);
    expect(finding.to).toBeGreaterThanOrEqual(finding.from);
    expect(finding.from).toBeLessThanOrEqual(code.length);
    expect(PYTHON_CODES).toContain(finding.code);
    expect(pythonSentence(finding)).not.toMatch(/undefined|\[object/);
  }
}

test('presets with pieces cut, doubled, moved and put in', () => {
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    cut: fc.nat({ max: 12 }),
    put: fc.oneof(fc.constantFrom(...TOKENS), fc.string({ maxLength: 4 })),
  });
  fc.assert(
    fc.property(
      fc.constantFrom(...CODES),
      fc.array(edit, { minLength: 1, maxLength: 6 }),
      (preset, edits) => {
        let code = preset;
        for (const { at, cut, put } of edits) {
          const from = Math.floor(at * code.length);
          code = code.slice(0, from) + put + code.slice(from + cut);
        }
        check(code);
      },
    ),
    { numRuns: 300 },
  );
}, 120_000);

test('tokens in any order', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...TOKENS), { maxLength: 60 }), (tokens) => check(tokens.join(' '))),
    { numRuns: 300 },
  );
}, 120_000);
