import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../../src/base/tensor.ts';
import { openDataset } from '../../../src/engine/data/dataset.ts';
import { loadPhotos } from '../../../src/engine/data/photos.ts';
import type { Split } from '../../../src/engine/engine.ts';
import type { DatasetDefinition } from '../../../src/model/datasets/definition.ts';
import { photos } from '../../../src/model/datasets/photos.ts';
import { datasets } from '../../../src/model/datasets/registry.ts';
import { datasetTexts } from '../../../src/text/datasets.ts';
import { BASE_URL, publicFiles } from '../session-in-node.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../public/data');

interface Index {
  readonly shape: readonly number[];
  readonly classes: readonly string[];
  readonly counts: Readonly<Record<Split, number>>;
  readonly files: readonly { readonly file: string; readonly bytes: number; readonly sha256: string }[];
}

const indexOf = (name: string) => JSON.parse(readFileSync(join(folder, name, 'index.json'), 'utf8')) as Index;

/** Most bytes of a packed set, all files. */
const BUDGETS: Readonly<Record<string, number>> = {
  mnist: 1_800_000,
  'fashion-mnist': 2_000_000,
  emoji: 2_500_000,
  photos: 400_000,
};

async function hashes(definition: DatasetDefinition, split: Split): Promise<string[]> {
  const { labels, pixels } = await openDataset(definition, BASE_URL, publicFiles).rows(
    split,
    definition.available[split],
  );
  const size = sizeOf(definition.shape);
  return Array.from(labels, (_, row) =>
    createHash('sha1')
      .update(pixels.subarray(row * size, (row + 1) * size))
      .digest('hex'),
  );
}

describe.each([...datasets, photos])('packed $name', (definition) => {
  const { name, shape, classes, available, licence } = definition;

  test('is what its index says, within its budget, with its licence', () => {
    const index = indexOf(name);
    expect(index.shape).toEqual(shape);
    expect(index.classes).toEqual(classes);
    expect(index.counts).toEqual(available);
    for (const { file, bytes, sha256 } of index.files) {
      const packed = readFileSync(join(folder, name, file));
      expect(packed.length).toBe(bytes);
      expect(createHash('sha256').update(packed).digest('hex')).toBe(sha256);
    }
    expect(index.files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(BUDGETS[name]!);
    expect(readFileSync(join(folder, name, 'LICENSE.txt'), 'utf8')).toMatch(/licen[cs]e|CC0/i);
    expect(datasetTexts[licence]!.licences.length).toBeGreaterThan(0);
  });
});

describe.each(datasets)('the pictures of $name', (definition) => {
  const { classes, available } = definition;

  test('are labelled with its classes, in each split about equally often', async () => {
    const dataset = openDataset(definition, BASE_URL, publicFiles);
    for (const split of ['train', 'test'] as const) {
      const { labels } = await dataset.rows(split, available[split]);
      const counts = classes.map((_, label) => labels.filter((given) => given === label).length);
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(available[split]);
      const even = available[split] / classes.length;
      // The digits' package has not equally many of each.
      const slack = definition.name === 'mnist' ? 0.2 : 0;
      for (const count of counts) expect(Math.abs(count / even - 1)).toBeLessThanOrEqual(slack);
    }
  });

  test('for testing are none of those for training', async () => {
    const trained = new Set(await hashes(definition, 'train'));
    const shared = (await hashes(definition, 'test')).filter((hash) => trained.has(hash));
    expect(shared).toEqual([]);
  });

  test('at the start of the test split stand in the small file too', async () => {
    const dataset = openDataset(definition, BASE_URL, publicFiles);
    const small = await dataset.samples('test', 40);
    const { labels, pixels } = await dataset.rows('test', 40);
    const size = sizeOf(definition.shape);
    small.forEach(({ input, label }, row) => {
      expect(label).toBe(labels[row]);
      const bytes = pixels.subarray(row * size, (row + 1) * size);
      expect(input.data).toEqual(Float32Array.from(bytes, (byte) => byte / 255));
    });
  });
});

test('the photos: twelve, each with a title and a licence of its own, none of them plain', async () => {
  const loaded = await loadPhotos(BASE_URL, publicFiles);
  expect(loaded.map(({ label }) => photos.classes[label])).toEqual(photos.classes);
  expect(datasetTexts[photos.licence]!.licences).toHaveLength(12);
  for (const { input } of loaded) {
    expect(input.shape).toEqual([96, 96, 3]);
    expect(Math.max(...input.data) - Math.min(...input.data)).toBeGreaterThan(0.3);
  }
});
