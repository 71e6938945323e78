import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { copiedTexts } from './copied-texts.ts';

const SRC = fileURLToPath(new URL('../../src', import.meta.url));
/** These name both languages. */
const BOTH = [join('text', 'german', 'german.ts'), 'scorm.ts'];

it('no module copies a text while it is loaded', () => {
  const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /\.tsx?$/.test(file),
  );
  let looked = 0;
  const found = files.flatMap((file) => {
    const source = readFileSync(join(SRC, file), 'utf8');
    if (BOTH.includes(file) || !(source.includes('/text/') || file.startsWith('text'))) return [];
    looked++;
    return copiedTexts(file, source).map((name) => `${file}: ${name}`);
  });
  expect(looked).toBeGreaterThan(100);
  expect(found).toEqual([]);
});

it.each([
  ['a text', 'const TITLE = page.title;'],
  ['a list of texts', 'const ALL = Object.values(page.tabs);'],
  ['a text in an element', 'const TITLE = <h1>{page.title}</h1>;'],
  ['a text of a class', 'class Panel { static title = page.title; }'],
  ['a text taken apart', 'const { title } = page;'],
  ['a text by an exported name', 'export default page.title;'],
])('the check sees %s that is copied', (_, line) => {
  expect(copiedTexts('ui/a.tsx', `import { page } from '../text/page.ts'; ${line}`)).toEqual(['page']);
});

it.each([
  ['a function', 'const title = () => page.title;'],
  ['a method', 'const panel = { title() { return page.title; } };'],
  ['a type', "type Title = keyof typeof page['tabs'];"],
  ['a key of the same name', 'const panel = { page: 1 }; panel.page;'],
])('the check lets %s be', (_, line) => {
  expect(copiedTexts('ui/a.tsx', `import { page } from '../text/page.ts'; ${line}`)).toEqual([]);
});
