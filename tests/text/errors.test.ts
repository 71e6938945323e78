import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/base/errors.ts';
import { sentence } from '../../src/text/errors.ts';

test('where, what was expected, what came, and what one can do', () => {
  expect(
    sentence({ code: 'range', path: 'model.layers[2].config.strides', expected: '1 to 4', received: '0' }),
  ).toBe('At model.layers[2].config.strides: expected 1 to 4, received 0.');
  expect(sentence({ code: 'busy', path: 'train' })).toBe(
    'At train: this cannot be done while the model trains. Pause the run first.',
  );
});

describe.each(ERROR_CODES)('%s', (code) => {
  test('has a sentence, with and without details', () => {
    for (const detail of [{ code }, { code, path: 'seed' }, { code, expected: 'this', received: 'that' }]) {
      const text = sentence(detail);
      expect(text).toMatch(/^[A-Z].*[^.]\.$/);
      expect(text).not.toMatch(/undefined|\.\./);
    }
  });
});

test('a reason that comes from elsewhere is no key of an object', () => {
  expect(sentence({ code: 'engine', reason: 'constructor' })).toBe(sentence({ code: 'engine' }));
});
