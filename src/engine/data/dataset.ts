import { KernelscopeError } from '../../base/errors.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import { targetSize } from '../../model/datasets/target.ts';
import type { Sample, Split } from '../engine.ts';
import { type FetchFile, fetchFile } from './fetch-file.ts';
import {
  CHUNK,
  chunkFile,
  datasetFolder,
  FIRST_COUNT,
  FIRST_FILE,
  SERIES_FILE,
  WORDS_FILE,
} from './files.ts';
import { joinRows, type Rows, rowsOf, sampleOf } from './rows.ts';
import { type Series, seriesOf, windowsOf } from './series.ts';

/** A data set, its files fetched when they are first needed and kept. */
export interface Dataset {
  readonly definition: DatasetDefinition;
  /** The first `count` samples of a split. */
  rows(split: Split, count: number): Promise<Rows>;
  /** The first `count` samples of a split, as the model sees them. */
  samples(split: Split, count: number): Promise<readonly Sample[]>;
  sample(split: Split, index: number): Promise<Sample>;
  /** The vocabulary of a set of word numbers, by number: 0 is padding, 1 a word that it has not. */
  words(): Promise<readonly string[]>;
  /** The series that samples are windows of; undefined where they are not. */
  series(): Promise<Series | undefined>;
}

async function inflate(response: Response): Promise<Uint8Array<ArrayBuffer>> {
  if (!response.body) throw new Error('no body');
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  return new Uint8Array(await new Response(inflated).arrayBuffer());
}

/**
 * Opens a bundled data set; nothing is fetched yet. `baseUrl` is the absolute address of the site's root. Calls
 * reject with `network` where a file is missing or damaged, and with `not-found` where a split has no such index.
 */
export function openDataset(definition: DatasetDefinition, baseUrl: string, fetchUrl?: FetchFile): Dataset {
  const { shape, available, storage } = definition;
  const folder = datasetFolder(definition.name);
  const size = targetSize(definition.target);
  const files = new Map<string, Promise<unknown>>();
  /** The longest run of rows asked for so far; shorter ones are views of it. */
  const joined = new Map<Split, Rows>();

  async function load<T>(path: string, read: (response: Response) => Promise<T>): Promise<T> {
    const response = await fetchFile(path, baseUrl, fetchUrl);
    try {
      return await read(response);
    } catch (error) {
      throw new KernelscopeError({
        code: 'network',
        path,
        received: error instanceof Error ? error.message : String(error),
      });
    }
  }

  /** What a file holds, read once. */
  function cached<T>(path: string, read: (response: Response) => Promise<T>): Promise<T> {
    const known = files.get(path) as Promise<T> | undefined;
    if (known) return known;
    const loading = load(path, read);
    files.set(path, loading);
    // A failure is not kept: the next call tries again.
    loading.catch(() => files.delete(path));
    return loading;
  }

  function chunk(file: string): Promise<Rows> {
    return cached(`${folder}/${file}`, async (response) => rowsOf(definition, await inflate(response)));
  }

  async function series(): Promise<Series | undefined> {
    if (storage.type !== 'windows') return undefined;
    const path = `${datasetFolder(storage.of ?? definition.name)}/${SERIES_FILE}`;
    return cached(path, async (response) => seriesOf(storage, await inflate(response)));
  }

  /** Rows with the sample `index`, and its row there. The small file serves until its chunk is needed anyway. */
  async function locate(split: Split, index: number): Promise<{ rows: Rows; row: number }> {
    if (storage.type === 'windows') return { rows: await windows(split, index + 1), row: index };
    const file = chunkFile(split, Math.floor(index / CHUNK));
    if (split === 'test' && index < FIRST_COUNT && !files.has(`${folder}/${file}`))
      return { rows: await chunk(FIRST_FILE), row: index };
    return { rows: await chunk(file), row: index % CHUNK };
  }

  async function windows(split: Split, count: number): Promise<Rows> {
    const read = await series();
    if (storage.type !== 'windows' || !read) throw new Error('no series');
    return windowsOf(storage, read, split, count);
  }

  /** Refuses what is not a whole number of at most `most`. */
  function check(split: Split, value: number, most: number, path: string): void {
    if (Number.isInteger(value) && value >= 0 && value <= most) return;
    throw new KernelscopeError({
      code: 'not-found',
      path,
      expected: `0 to ${most}`,
      received: `${value} of ${split}`,
    });
  }

  async function firstRows(split: Split, count: number): Promise<Rows> {
    if (storage.type === 'windows') return windows(split, count);
    const parts = await Promise.all(
      Array.from({ length: Math.ceil(count / CHUNK) }, (_, number) => chunk(chunkFile(split, number))),
    );
    return joinRows(parts, CHUNK, count, size);
  }

  return {
    definition,
    async rows(split, count) {
      check(split, count, available[split], 'count');
      const known = joined.get(split);
      if (known && known.count >= count) {
        return { count, targets: known.targets.subarray(0, count * size), read: known.read };
      }
      const rows = await firstRows(split, count);
      joined.set(split, rows);
      return rows;
    },
    async samples(split, count) {
      check(split, count, available[split], 'count');
      const found = await Promise.all(Array.from({ length: count }, (_, index) => locate(split, index)));
      return found.map(({ rows, row }) => sampleOf(rows, row, shape, size));
    },
    async sample(split, index) {
      check(split, index, available[split] - 1, 'index');
      const { rows, row } = await locate(split, index);
      return sampleOf(rows, row, shape, size);
    },
    words: () =>
      cached(`${folder}/${WORDS_FILE}`, (response) => response.json() as Promise<readonly string[]>),
    series,
  };
}
