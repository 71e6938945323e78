import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ERROR_CODES } from '../../src/base/errors.ts';
import { BY_REASON, sentence } from '../../src/text/errors.ts';

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

/** Reasons that the sources give to an error: `reason` in the same statement as its code. */
function reasonsOf(source: string): string[] {
  const given = source.matchAll(/(?:code: '[a-z-]+'|new Fault\('[a-z-]+')[^;]*?\breason: ([^,}\n]+)/g);
  return [...given].flatMap(([, value]) => [...value!.matchAll(/'([a-z-]+)'/g)].map(([, reason]) => reason!));
}

test('every reason that is given anywhere has its text', () => {
  const folder = new URL('../../src/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );
  const given = new Set(files.flatMap((file) => reasonsOf(readFileSync(new URL(file, folder), 'utf8'))));
  expect(given.size).toBeGreaterThan(25);
  // Of a limit, a constant or a path: not beside the code.
  for (const reason of ['batch-activations', 'multiply-adds', 'context-lost', 'index', 'destroyed'])
    given.add(reason);
  expect([...given].filter((reason) => !Object.hasOwn(BY_REASON, reason))).toEqual([]);
});

test('what a reason leaves out is said by the code', () => {
  expect(sentence({ code: 'budget', path: 'fit.batch_size', reason: 'batch-activations' })).toBe(
    'At fit.batch_size: this is too large. Use a smaller "batch_size".',
  );
  expect(sentence({ code: 'busy', path: 'train', reason: 'running' })).toBe(
    sentence({ code: 'busy', path: 'train' }),
  );
});
