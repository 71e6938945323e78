import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import type { DatasetDefinition } from '../../model/datasets/definition.ts';
import type { Sample, Split } from '../engine.ts';
import { type FetchFile, fetchFile } from './fetch-file.ts';
import { CHUNK, chunkFile, datasetFolder, FIRST_COUNT, FIRST_FILE } from './files.ts';

/** Samples side by side: `labels[i]` and `pixels[i * size, (i + 1) * size)`, one byte a value. */
export interface Rows {
  readonly count: number;
  readonly labels: Uint8Array;
  readonly pixels: Uint8Array;
}

/** A bundled data set, its files fetched when they are first needed and kept. */
export interface Dataset {
  readonly definition: DatasetDefinition;
  /** The first `count` samples of a split. */
  rows(split: Split, count: number): Promise<Rows>;
  /** The first `count` samples of a split, scaled to 0..1. */
  samples(split: Split, count: number): Promise<readonly Sample[]>;
  sample(split: Split, index: number): Promise<Sample>;
}

/** A chunk is its labels, then its pixels, deflated. */
async function decode(response: Response, size: number): Promise<Rows> {
  if (!response.body) throw new Error('no body');
  const inflated = response.body.pipeThrough(new DecompressionStream('deflate-raw'));
  const bytes = new Uint8Array(await new Response(inflated).arrayBuffer());
  const count = bytes.length / (size + 1);
  if (!Number.isInteger(count)) throw new Error(`${bytes.length} bytes`);
  return { count, labels: bytes.subarray(0, count), pixels: bytes.subarray(count) };
}

function toSample(rows: Rows, row: number, shape: Shape): Sample {
  const size = sizeOf(shape);
  const data = Float32Array.from(rows.pixels.subarray(row * size, (row + 1) * size), (byte) => byte / 255);
  return { input: { shape, data }, label: rows.labels[row]! };
}

/**
 * Opens a bundled data set; nothing is fetched yet. `baseUrl` is the absolute address of the site's root. Calls
 * reject with `network` where a file is missing or damaged, and with `not-found` where a split has no such index.
 */
export function openDataset(definition: DatasetDefinition, baseUrl: string, fetchUrl?: FetchFile): Dataset {
  const { shape, available } = definition;
  const folder = datasetFolder(definition.name);
  const size = sizeOf(shape);
  const chunks = new Map<string, Promise<Rows>>();
  /** The longest run of rows asked for so far; shorter ones are views of it. */
  const joined = new Map<Split, Rows>();

  async function load(file: string): Promise<Rows> {
    const path = `${folder}/${file}`;
    const response = await fetchFile(path, baseUrl, fetchUrl);
    try {
      return await decode(response, size);
    } catch (error) {
      throw new KernelscopeError({
        code: 'network',
        path,
        received: error instanceof Error ? error.message : String(error),
      });
    }
  }

  function cached(file: string): Promise<Rows> {
    const known = chunks.get(file);
    if (known) return known;
    const loading = load(file);
    chunks.set(file, loading);
    // A failure is not kept: the next call tries again.
    loading.catch(() => chunks.delete(file));
    return loading;
  }

  /** Chunk with the sample `index`, and its row there. The small file serves until its chunk is needed anyway. */
  async function locate(split: Split, index: number): Promise<{ rows: Rows; row: number }> {
    const file = chunkFile(split, Math.floor(index / CHUNK));
    if (split === 'test' && index < FIRST_COUNT && !chunks.has(file))
      return { rows: await cached(FIRST_FILE), row: index };
    return { rows: await cached(file), row: index % CHUNK };
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

  return {
    definition,
    async rows(split, count) {
      check(split, count, available[split], 'count');
      const known = joined.get(split);
      if (known && known.count >= count) {
        return {
          count,
          labels: known.labels.subarray(0, count),
          pixels: known.pixels.subarray(0, count * size),
        };
      }
      const parts = await Promise.all(
        Array.from({ length: Math.ceil(count / CHUNK) }, (_, number) => cached(chunkFile(split, number))),
      );
      const rows = { count, labels: new Uint8Array(count), pixels: new Uint8Array(count * size) };
      parts.forEach((part, number) => {
        const start = number * CHUNK;
        const take = Math.min(part.count, count - start);
        rows.labels.set(part.labels.subarray(0, take), start);
        rows.pixels.set(part.pixels.subarray(0, take * size), start * size);
      });
      joined.set(split, rows);
      return rows;
    },
    async samples(split, count) {
      check(split, count, available[split], 'count');
      const found = await Promise.all(Array.from({ length: count }, (_, index) => locate(split, index)));
      return found.map(({ rows, row }) => toSample(rows, row, shape));
    },
    async sample(split, index) {
      check(split, index, available[split] - 1, 'index');
      const { rows, row } = await locate(split, index);
      return toSample(rows, row, shape);
    },
  };
}
