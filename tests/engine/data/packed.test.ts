import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { sizeOf } from '../../../src/base/tensor.ts';
import { openDataset } from '../../../src/engine/data/dataset.ts';
import { loadPhotos } from '../../../src/engine/data/photos.ts';
import type { Rows } from '../../../src/engine/data/rows.ts';
import { loadSounds } from '../../../src/engine/data/sounds.ts';
import type { Split } from '../../../src/engine/engine.ts';
import type { DatasetDefinition } from '../../../src/model/datasets/definition.ts';
import { photos } from '../../../src/model/datasets/photos.ts';
import { datasets } from '../../../src/model/datasets/registry.ts';
import { classesOf, targetSize } from '../../../src/model/datasets/target.ts';
import { PADDING, UNKNOWN } from '../../../src/model/sequence/words.ts';
import { datasetTexts } from '../../../src/text/datasets.ts';
import { BASE_URL, publicFiles } from '../session-in-node.ts';

const folder = join(dirname(fileURLToPath(import.meta.url)), '../../../public/data');

interface Index {
  readonly shape: readonly number[];
  /** Of pictures; other data have their whole target. */
  readonly classes?: readonly string[];
  readonly target?: unknown;
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
  activity: 1_300_000,
  weather: 60_000,
  sentences: 40_000,
  'spoken-digits': 700_000,
  'spoken-digits-mfcc': 160_000,
  'spoken-digits-pitch': 160_000,
  spectra: 70_000,
  sequences: 150_000,
  waves: 70_000,
  series: 20_000,
  'many-outputs': 120_000,
};

function numbersOf(rows: Rows, row: number, size: number): Float32Array {
  const numbers = new Float32Array(size);
  rows.read(row, numbers, 0);
  return numbers;
}

async function hashes(definition: DatasetDefinition, split: Split): Promise<string[]> {
  const rows = await openDataset(definition, BASE_URL, publicFiles).rows(split, definition.available[split]);
  const size = sizeOf(definition.shape);
  return Array.from({ length: rows.count }, (_, row) =>
    createHash('sha1')
      .update(numbersOf(rows, row, size))
      .digest('hex'),
  );
}

/** Those that have files of their own. */
const packed = datasets.filter(({ storage }) => storage.type !== 'windows' || storage.of === undefined);
const sampled = datasets.filter(({ storage }) => storage.type !== 'windows');
const windowed = datasets.filter(({ storage }) => storage.type === 'windows');

describe.each([...packed, photos])('packed $name', (definition) => {
  const { name, shape, available, licence, target } = definition;
  const classes = classesOf(definition);

  test('is what its index says, within its budget, with its licence', () => {
    const index = indexOf(name);
    expect(index.shape).toEqual(shape);
    if (index.classes) expect(index.classes).toEqual(classes);
    else expect(index.target).toEqual(target);
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

describe.each(sampled)('the samples of $name', (definition) => {
  const { available, target } = definition;
  const classes = classesOf(definition);

  test.runIf(target.type === 'classes')(
    'are labelled with its classes, in each split about equally often',
    async () => {
      const dataset = openDataset(definition, BASE_URL, publicFiles);
      for (const split of ['train', 'test'] as const) {
        const { targets } = await dataset.rows(split, available[split]);
        const counts = classes.map((_, label) => [...targets].filter((given) => given === label).length);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(available[split]);
        const even = available[split] / classes.length;
        // The digits' package has not equally many of each.
        const slack = definition.name === 'mnist' ? 0.2 : 0;
        for (const count of counts) expect(Math.abs(count / even - 1)).toBeLessThanOrEqual(slack);
      }
    },
  );

  test('for testing are none of those for training', async () => {
    const trained = new Set(await hashes(definition, 'train'));
    const shared = (await hashes(definition, 'test')).filter((hash) => trained.has(hash));
    expect(shared).toEqual([]);
  });

  test('at the start of the test split stand in the small file too', async () => {
    const dataset = openDataset(definition, BASE_URL, publicFiles);
    const small = await dataset.samples('test', 40);
    const rows = await dataset.rows('test', 40);
    const size = sizeOf(definition.shape);
    small.forEach(({ input, label }, row) => {
      expect(label).toBe(rows.targets[row * targetSize(target)]);
      expect(input.data).toEqual(numbersOf(rows, row, size));
    });
  });
});

/** Of numbers that have a unit: how the model sees them. */
function seenAs(definition: DatasetDefinition, channel: number, inUnit: number): number {
  const { scale = 1, offset = 0 } = definition.channels![channel]!;
  return (inUnit - offset) / scale;
}

describe.each(windowed)('the windows of $name', (definition) => {
  const { available, storage, range, shape } = definition;

  test('are as many as there are, within its range, their targets so many rows on', async () => {
    if (storage.type !== 'windows') throw new Error(storage.type);
    const dataset = openDataset(definition, BASE_URL, publicFiles);
    const [lookback, channels] = shape as [number, number];
    const { values } = (await dataset.series())!;
    expect(values.length).toBe(storage.rows * channels);
    expect(Math.max(...values)).toBeLessThanOrEqual(range[1] + 1e-6);
    expect(Math.min(...values)).toBeGreaterThanOrEqual(range[0] - 1e-6);
    for (const split of ['train', 'test'] as const) {
      const last = available[split] - 1;
      const { input, label } = await dataset.sample(split, last);
      const row = (split === 'train' ? 0 : storage.testFrom) + last;
      expect(input.data).toEqual(values.slice(row * channels, (row + lookback) * channels));
      const target = row + lookback - 1 + storage.ahead;
      expect(label).toBe(values[target * channels + storage.targetChannel]!);
      expect(target).toBe((split === 'train' ? storage.testFrom : storage.rows) - 1);
    }
  });
});

test('the first hours of the weather are those that the airport measured', async () => {
  const definition = datasets.find(({ name }) => name === 'weather')!;
  const { input } = await openDataset(definition, BASE_URL, publicFiles).sample('train', 0);
  // 39.02 °F, 59.37 %, 1012.6 hPa, 12.65858 mph and 10 miles at 6:00 UTC, as the source's table has them.
  [3.9, 59.4, 1012.6, 5.7, 16.1].forEach((value, channel) => {
    expect(input.data[channel]!).toBeCloseTo(seenAs(definition, channel, value), 5);
  });
});

test('the words of the sentences: each has a number, and no test sentence is a training sentence', async () => {
  const definition = datasets.find(({ name }) => name === 'sentences')!;
  const dataset = openDataset(definition, BASE_URL, publicFiles);
  const words = await dataset.words();
  expect(words.slice(0, 2)).toEqual(['', '?']);
  expect(new Set(words).size).toBe(words.length);
  expect(definition.range).toEqual([0, words.length - 1]);
  for (const { input } of await dataset.samples('test', 100)) {
    const length = [...input.data].findLastIndex((number) => number > 0) + 1;
    expect(length).toBeGreaterThanOrEqual(9);
    const own = [...input.data.subarray(0, length)];
    expect(own).not.toContain(PADDING);
    expect(own).not.toContain(UNKNOWN);
  }
});

test('the spoken digits: the sounds of the first of them, heard without silence', async () => {
  const { rate, count, sound } = await loadSounds('spoken-digits', BASE_URL, publicFiles);
  expect([rate, count]).toEqual([8000, datasets.find(({ name }) => name === 'spoken-digits')!.sounds]);
  for (let index = 0; index < count; index++) {
    const samples = sound(index)!;
    expect(samples.length / rate).toBeGreaterThan(0.1);
    expect(samples.length / rate).toBeLessThan(1);
    expect(Math.max(...samples.map(Math.abs))).toBe(1);
  }
  expect(sound(count)).toBeUndefined();
});

test('the photos: twelve, each with a title and a licence of its own, none of them plain', async () => {
  const loaded = await loadPhotos(BASE_URL, publicFiles);
  expect(loaded.map(({ label }) => classesOf(photos)[label])).toEqual(classesOf(photos));
  expect(datasetTexts[photos.licence]!.licences).toHaveLength(12);
  for (const { input } of loaded) {
    expect(input.shape).toEqual([96, 96, 3]);
    expect(Math.max(...input.data) - Math.min(...input.data)).toBeGreaterThan(0.3);
  }
});
