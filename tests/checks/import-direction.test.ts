import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { folderOf, violations } from './architecture.ts';
import { circles, scan, specifiersOf } from './imports.ts';

const scanned = scan(fileURLToPath(new URL('../../src', import.meta.url)));

describe('the house', () => {
  it('is seen: its files and their imports are found', () => {
    expect(scanned.files.length).toBeGreaterThan(100);
    expect(scanned.imports.length).toBeGreaterThan(300);
  });

  it('has every file on a floor', () => {
    for (const file of scanned.files) expect(() => folderOf(file)).not.toThrow();
  });

  it('imports only downwards, and packages only where they belong', () => {
    expect(violations(scanned.imports)).toEqual([]);
  });

  it('has no import circles, those of types included', () => {
    expect(circles(scanned.files, scanned.imports)).toEqual([]);
  });

  it('has files of one concept each', () => {
    const sizes = scanned.lines.toSorted((a, b) => a - b);
    const median = sizes[Math.floor(sizes.length / 2)]!;
    const long = scanned.files.flatMap((file, i) =>
      scanned.lines[i]! > 300 ? [`${file} (${scanned.lines[i]})`] : [],
    );
    console.log(
      `${scanned.files.length} files, median ${median} lines; above 300: ${long.join(', ') || 'none'}`,
    );
    expect(median).toBeLessThanOrEqual(100);
  });
});

describe('the check itself can fail', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  /** A house of these files, by path below src/. */
  function house(files: Readonly<Record<string, string>>) {
    const folder = mkdtempSync(join(tmpdir(), 'house-'));
    folders.push(folder);
    for (const [path, source] of Object.entries(files)) {
      mkdirSync(join(folder, dirname(path)), { recursive: true });
      writeFileSync(join(folder, path), source);
    }
    return scan(folder);
  }

  it.each([
    ['a value', "import { a } from '../engine/a.ts'; a;"],
    ['a type', "import type { A } from '../engine/a.ts'; export type B = A;"],
    ['an import type', "export type B = import('../engine/a.ts').A;"],
    ['a dynamic import', "export const b = () => import('../engine/a.ts');"],
    ['a re-export', "export { a } from '../engine/a.ts';"],
    ['a star re-export', "export * from '../engine/a.ts';"],
    ['a worker by URL', "import url from '../engine/a.ts?worker&url'; url;"],
    ['a file by URL', "export const b = new URL('../engine/a.ts', import.meta.url);"],
  ])('on %s that goes up', (_, source) => {
    const { imports } = house({
      'engine/a.ts': 'export type A = 1; export const a = 1;',
      'model/b.ts': source,
    });
    expect(violations(imports)).toEqual(['model/b.ts imports engine/a.ts: model may not import from engine']);
  });

  it('on two folders of one floor', () => {
    const { imports } = house({
      'stores/a.ts': 'export const a = 1;',
      'paint/b.ts': "export * from '../stores/a.ts';",
    });
    expect(violations(imports)).toHaveLength(1);
  });

  it('on packages out of their homes', () => {
    const { imports } = house({
      'model/a.ts': "import 'react'; import 'node:fs';",
      'scope/b.ts': "import '@tensorflow/tfjs-core/dist/x';",
    });
    expect(violations(imports)).toHaveLength(4);
  });

  it('on a file or folder that no floor lists', () => {
    expect(() => folderOf('helpers/a.ts')).toThrow('on no floor');
    expect(() => folderOf('other.ts')).toThrow('on no floor');
  });

  it('on circles, through types too', () => {
    const { files, imports } = house({
      'model/a.ts': "import { b } from './b.ts'; export type A = typeof b;",
      'model/b.ts': "import { c } from './c.ts'; export const b = c;",
      'model/c.ts': "import type { A } from './a.ts'; export const c = 1 as A;",
      'model/d.ts': "import './a.ts';",
    });
    expect(circles(files, imports).map((group) => group.toSorted())).toEqual([
      ['model/a.ts', 'model/b.ts', 'model/c.ts'],
    ]);
  });

  it('on computed names, files that are not there, and broken code', () => {
    expect(() => specifiersOf('a.ts', 'const n = "./b.ts"; import(n);')).toThrow('computed');
    expect(() => house({ 'model/a.ts': "import './b.ts';" })).toThrow('not there');
    expect(() => specifiersOf('a.ts', 'import {')).toThrow('does not parse');
  });
});
