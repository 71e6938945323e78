import { describe, expect, test } from 'vitest';
import { openDataset } from '../../../src/engine/data/dataset.ts';
import type { DatasetDefinition } from '../../../src/model/datasets/definition.ts';
import { windowCounts } from '../../../src/model/datasets/window-counts.ts';
import { BASE_URL } from '../session-in-node.ts';
import { joined, servedFiles } from './tiny-sets.ts';

const base = {
  name: 'tiny',
  origin: 'generated',
  unit: '',
  range: [-1, 1],
  licence: 'tiny',
  available: { train: 3, test: 1 },
  default: { train: 3, test: 1 },
} as const;

const CLASSES = { type: 'classes', classes: ['no', 'yes'] } as const;

test('int16: scaled channel by channel of the last axis, after an odd number of labels', async () => {
  const definition: DatasetDefinition = {
    ...base,
    shape: [2, 2],
    target: CLASSES,
    storage: { type: 'int16', scale: [0.5, 0.01], offset: [10, -1] },
  };
  const stored = Int16Array.from([1, -2, 3, 4, 5, 6, -7, 8, 9, 10, 11, -32_768]);
  const file = joined(Uint8Array.of(1, 0, 1), stored);
  const dataset = openDataset(definition, BASE_URL, servedFiles({ 'data/tiny/train-0.bin': file }));
  for (const index of [0, 1, 2]) {
    const { input, label, targets } = await dataset.sample('train', index);
    expect(input.shape).toEqual([2, 2]);
    [...input.data].forEach((value, cell) => {
      const [scale, offset] = cell % 2 === 0 ? [0.5, 10] : [0.01, -1];
      expect(value).toBeCloseTo(stored[index * 4 + cell]! * scale! + offset!, 4);
    });
    expect([label, targets]).toEqual([index === 1 ? 0 : 1, [index === 1 ? 0 : 1]]);
  }
});

test('uint16: word numbers as they are, and the vocabulary', async () => {
  const words = ['', '?', 'up', 'down'];
  const definition: DatasetDefinition = { ...base, shape: [3], target: CLASSES, storage: { type: 'uint16' } };
  const file = joined(Uint8Array.of(0, 1, 1), Uint16Array.from([2, 3, 0, 65_535, 1, 2, 3, 3, 3]));
  const dataset = openDataset(
    definition,
    BASE_URL,
    servedFiles({ 'data/tiny/train-0.bin': file, 'data/tiny/words.json': JSON.stringify(words) }),
  );
  const samples = await dataset.samples('train', 3);
  expect(samples.map(({ input }) => [...input.data])).toEqual([
    [2, 3, 0],
    [65_535, 1, 2],
    [3, 3, 3],
  ]);
  expect(await dataset.words()).toEqual(words);
});

test('numbers and heads: several targets a sample, joined over files', async () => {
  const numbers: DatasetDefinition = {
    ...base,
    shape: [1],
    target: { type: 'numbers', names: ['x', 'y'], unit: '' },
    storage: { type: 'bytes' },
    available: { train: 1002, test: 1 },
  };
  const part = (from: number, count: number) =>
    joined(
      Float32Array.from(
        { length: count * 2 },
        (_, at) => (from + Math.floor(at / 2)) * (at % 2 === 0 ? 1 : -0.5),
      ),
      Uint8Array.from({ length: count }, (_, at) => (from + at) % 256),
    );
  const files = { 'data/tiny/train-0.bin': part(0, 1000), 'data/tiny/train-1.bin': part(1000, 2) };
  const rows = await openDataset(numbers, BASE_URL, servedFiles(files)).rows('train', 1002);
  const read = new Float32Array(1);
  for (const row of [0, 999, 1000, 1001]) {
    expect([...rows.targets.subarray(row * 2, row * 2 + 2)]).toEqual([row, row === 0 ? -0 : row * -0.5]);
    rows.read(row, read, 0);
    expect(read[0]).toBeCloseTo((row % 256) / 255, 6);
  }

  const heads: DatasetDefinition = {
    ...base,
    shape: [1],
    target: { type: 'heads', heads: 3, classes: ['a', 'b'] },
    storage: { type: 'bytes' },
  };
  const file = joined(Uint8Array.of(0, 1, 0, 1, 1, 1, 0, 0, 1), Uint8Array.of(255, 0, 51));
  const dataset = openDataset(heads, BASE_URL, servedFiles({ 'data/tiny/train-0.bin': file }));
  expect(await dataset.sample('train', 2)).toEqual({
    input: { shape: [1], data: Float32Array.of(0.2) },
    label: 0,
    targets: [0, 0, 1],
  });
});

describe('windows', () => {
  const rows = 11;
  const stored = Int16Array.from({ length: rows * 3 }, (_, at) => at * 10 - 100);
  const plan = { rows, testFrom: 6, lookback: 2, ahead: 2 };
  const counts = windowCounts(plan);
  const definition: DatasetDefinition = {
    ...base,
    shape: [2, 2],
    target: { type: 'numbers', names: ['next'], unit: '' },
    storage: {
      type: 'windows',
      ...plan,
      targetChannel: 1,
      scale: [0.1, 0.5],
      offset: [0, 3],
      of: 'other',
      columns: [2, 0],
    },
    available: counts,
    default: counts,
  };
  /** Channel 0 is the file's column 2, channel 1 its column 0. */
  const at = (row: number, channel: number) =>
    channel === 0 ? Math.fround(stored[row * 3 + 2]! * 0.1) : Math.fround(stored[row * 3]! * 0.5 + 3);
  const dataset = openDataset(definition, BASE_URL, servedFiles({ 'data/other/series.bin': stored }));

  test.each(['train', 'test'] as const)(
    'are cut one row after another, none over the border: %s',
    async (split) => {
      const [first, last] = split === 'train' ? [0, 6] : [6, rows];
      const wanted = [];
      for (let begin = first; begin < last; begin++) {
        const target = begin + 1 + 2;
        if (target >= last) continue;
        wanted.push({
          input: [at(begin, 0), at(begin, 1), at(begin + 1, 0), at(begin + 1, 1)],
          target: at(target, 1),
        });
      }
      expect(wanted).toHaveLength(counts[split]);
      const samples = await dataset.samples(split, counts[split]);
      expect(samples.map(({ input, label }) => ({ input: [...input.data], target: label }))).toEqual(wanted);
      const all = await dataset.rows(split, counts[split]);
      expect([...all.targets]).toEqual(wanted.map(({ target }) => target));
    },
  );

  test('the series can be looked at', async () => {
    const series = await dataset.series();
    expect(series).toMatchObject({ rows, channels: 2 });
    expect(series!.values[3 * 2 + 1]).toBe(at(3, 1));
  });

  test('a damaged file is named', async () => {
    const short = openDataset(
      definition,
      BASE_URL,
      servedFiles({ 'data/other/series.bin': stored.subarray(1) }),
    );
    await expect(short.sample('test', 0)).rejects.toMatchObject({
      code: 'network',
      path: 'data/other/series.bin',
    });
  });
});
