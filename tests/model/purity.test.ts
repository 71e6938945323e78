import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const SOURCE = join(import.meta.dirname, '../../src');
/** The schema library, and arithmetic for colours: pure, and without a DOM. */
const ALLOWED = /^(valibot|d3-interpolate|d3-scale-chromatic)$/;

function filesUnder(folder: string): string[] {
  return readdirSync(join(SOURCE, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => join(SOURCE, folder, name));
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].map((match) => match[1]!);
}

describe('the core', () => {
  const files = [...filesUnder('model'), ...filesUnder('base')];

  it('imports nothing but itself and the schema library', () => {
    expect(files.length).toBeGreaterThan(40);
    const imports = files.flatMap(importsOf);
    expect(imports.length).toBeGreaterThan(100);
    expect(imports.filter((name) => !name.startsWith('.') && !ALLOWED.test(name))).toEqual([]);
  });

  it('runs without a DOM', async () => {
    expect(typeof document).toBe('undefined');
    await expect(import('../../src/model/gate.ts')).resolves.toHaveProperty('admit');
    await expect(import('../../src/model/explain.ts')).resolves.toHaveProperty('explain');
  });
});
