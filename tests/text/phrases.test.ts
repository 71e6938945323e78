import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { inGerman } from '../../src/text/german/phrases.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
const FOLDERS = ['base', 'model', 'formats/archive', 'formats/share-url', 'scope'];
/** Where an error says what is expected, or a leaf of the schema does. */
const SAID = /(?:\bexpected(?::| =)|\bleaf\()\s*(?:'((?:[^'\\\n]|\\.)+)'|`([^`\n]+)`)/g;
/** In Keras's words, names and signs alone, or of parts that cannot be read here. */
const KEPT =
  /3 3|^3, or a list|number 3$|Concatenate|Permute|Subtract|`strides|evenly divisible|incompatible|`output_padding|^[\d\W]*$|^(?:JSON|null)$|^\{shape, data\}$/;

it('what an error expects is said in German', () => {
  const phrases = FOLDERS.flatMap((folder) =>
    readdirSync(join(SRC, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [...readFileSync(join(SRC, folder, file), 'utf8').matchAll(SAID)])
      .map(([, plain, filled]) => (plain ?? filled!).replace(/\$\{[^}]*\}(?:'\))*/g, '3')),
  ).filter((phrase) => !KEPT.test(phrase));
  expect(phrases.length).toBeGreaterThan(60);
  expect([...new Set(phrases)].filter((phrase) => inGerman(phrase) === phrase)).toEqual([]);
});
