import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { publicTypes } from '../../../scripts/package/public-types.ts';

const folder = mkdtempSync(join(tmpdir(), 'public-types-'));
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What is kept of these declarations, of which `entry` is public, a line a statement. */
function publicPart(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  const kept = publicTypes([join(folder, 'entry.d.ts')]);
  const texts = [...kept.files].map(([path, text]) => [
    path.slice(folder.length + 1),
    text.trim().split('\n'),
  ]);
  return { files: Object.fromEntries(texts), packages: [...kept.packages] };
}

it('keeps what is exported and what that names, with its comments', () => {
  const { files, packages } = publicPart({
    'entry.d.ts':
      "import type { A } from './inner/a.ts';\n/** Says so. */\nexport declare function f(a: A): void;\n",
    'inner/a.d.ts':
      "import type { Schema } from 'schemas';\ninterface Base { b: 1 }\nexport interface A extends Base { }\nexport declare const schema: Schema;\n",
  });
  expect(packages).toEqual([]);
  expect(files).toEqual({
    'entry.d.ts': [
      "import type { A } from './inner/a.js';",
      '/** Says so. */',
      'export declare function f(a: A): void;',
      'export {};',
    ],
    'inner/a.d.ts': ['interface Base { b: 1 }', 'export interface A extends Base { }', 'export {};'],
  });
});

it('follows names through other files, and says which packages are named', () => {
  const { files, packages } = publicPart({
    'entry.d.ts': "export { type Outer as Public } from './middle.js';\n",
    'middle.d.ts':
      "import { Node } from 'tree';\nexport type { Other } from './gone.js';\ntype Outer = Node;\nexport { Outer };\n",
  });
  expect(packages).toEqual(['tree']);
  expect(files['middle.d.ts']).toEqual([
    "import type { Node } from 'tree';",
    'type Outer = Node;',
    'export { Outer };',
    'export {};',
  ]);
});

it('keeps what holds without being named', () => {
  const { files } = publicPart({
    'entry.d.ts': "import './tag.js';\nexport type T = 1;\n",
    'tag.d.ts':
      'interface Tag { }\ninterface Unused { }\ndeclare global { interface Tags { tag: Tag } }\nexport {};\n',
  });
  expect(files['tag.d.ts']).toEqual([
    'declare global { interface Tags { tag: Tag } }',
    'interface Tag { }',
    'export {};',
  ]);
});

it.each([
  [
    'a type that is imported where it stands',
    "export type T = import('./a.js').A;\n",
    'an import within a type',
  ],
  ['a file that is not there', "export { A } from './a.js';\n", 'which has no declarations'],
  ['a name that is not there', "export { B as A } from './entry.js';\n", 'exports no B'],
])('refuses %s', (_, text, reason) => {
  expect(() => publicPart({ 'entry.d.ts': text })).toThrow(reason);
});
