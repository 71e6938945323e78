import { execFile } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { publint } from 'publint';
import { formatMessage } from 'publint/utils';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../scripts/install.mjs';
import { specifiersOf } from '../checks/imports.ts';

const built = join(root, 'dist-package');
const consumers = join(root, 'tests/package/consumers');
const folder = mkdtempSync(join(tmpdir(), 'kernelscope-package-'));
/** The package with one file of the site: what it serves are no modules of the package. */
const modules = join(folder, 'modules');

const bin = (name: string) => join(root, 'node_modules/.bin', name);

/** What a program prints; rejects with that too. */
async function output(program: string, words: readonly string[], cwd: string): Promise<string> {
  const { stdout } = await promisify(execFile)(program, words, {
    cwd,
    shell: process.platform === 'win32',
  }).catch((error) => {
    throw new Error(`${words.join(' ')}: ${error.stdout}${error.stderr}`);
  });
  return stdout;
}

beforeAll(() => {
  if (!existsSync(join(built, 'package.json')))
    throw new Error('"npm run package" writes what is tested here.');
  cpSync(built, modules, {
    recursive: true,
    filter: (source) => !/site\/(?:assets|data|models)$/.test(source),
  });
  for (const name of ['node', 'vite']) {
    const consumer = join(folder, name);
    cpSync(join(consumers, name), consumer, { recursive: true });
    mkdirSync(join(consumer, 'node_modules/@types'), { recursive: true });
    symlinkSync(built, join(consumer, 'node_modules/kernelscope'));
    for (const known of ['react', 'react-dom', '@types/react', '@types/react-dom']) {
      symlinkSync(join(root, 'node_modules', known), join(consumer, 'node_modules', known));
    }
  }
});

afterAll(() => rmSync(folder, { recursive: true }));

describe('the package', () => {
  it('is as publint wants a package', async () => {
    const { messages, pkg } = await publint({ pkgDir: modules, strict: true, pack: false });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  it('has types where every resolution looks for them', async () => {
    const words = [
      '--pack',
      modules,
      '--profile',
      'esm-only',
      '--no-color',
      '--no-emoji',
      '--no-definitely-typed',
    ];
    expect(await output(bin('attw'), words, folder)).toContain('"kernelscope/react"');
  });

  it('works in Node, where its tag and its component are imported without harm', async () => {
    const printed = await output(process.execPath, ['summary.mjs'], join(folder, 'node'));
    expect(printed).toBe('conv2d 20\nflatten 0\ndense 27\n');
  });

  it.each([
    ['in Node', 'node', []],
    ['in a bundler’s project', 'vite', []],
    [
      'in such a project by the rules of Node',
      'vite',
      ['--module', 'nodenext', '--moduleResolution', 'nodenext'],
    ],
  ])('has types that hold %s', async (_, name, options) => {
    expect(await output(bin('tsc'), ['-p', '.', ...options], join(folder, name))).toBe('');
  });

  it('needs nothing but React, and that only for its component', () => {
    const needed = (file: string) => {
      const source = readFileSync(join(built, file), 'utf8');
      return specifiersOf(file, source).flatMap((name) => (name.startsWith('.') ? [] : [name]));
    };
    expect(needed('react.js').toSorted()).toEqual(['react', 'react/jsx-runtime']);
    const parts = readdirSync(join(built, 'parts')).map((name) => `parts/${name}`);
    expect(parts.length).toBeGreaterThan(0);
    expect(['element.js', 'model.js', ...parts].flatMap(needed)).toEqual([]);
  });
});
