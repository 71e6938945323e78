import { readFileSync } from 'node:fs';
import { unzipSync } from 'fflate';
import { LAYER_ALIASES, LAYER_KINDS } from '../../../src/model/layers/kinds.ts';

interface Batch {
  readonly shape: readonly number[];
  readonly data: readonly number[];
}

/** An archive that Keras saved, and what its model predicts; see scripts/keras/make_archives.py. */
export interface ArchiveCase {
  readonly name: string;
  readonly parameters?: number;
  readonly input?: Batch;
  readonly outputs?: readonly Batch[];
}

const folder = new URL('./fixtures/', import.meta.url);

export const cases = JSON.parse(readFileSync(new URL('cases.json', folder), 'utf8')) as ArchiveCase[];

export function archiveNamed(name: string): Uint8Array {
  return new Uint8Array(readFileSync(new URL(`${name}.keras`, folder)));
}

const known = new Set<unknown>([
  ...LAYER_KINDS,
  ...Object.keys(LAYER_ALIASES),
  'InputLayer',
  'Sequential',
  'Functional',
]);

/** Whether every layer of the archive has been built here. */
export function isReady(name: string): boolean {
  const config = JSON.parse(
    new TextDecoder().decode(unzipSync(archiveNamed(name))['config.json']),
  ) as unknown;
  const ready = (value: unknown): boolean => {
    if (typeof value !== 'object' || value === null) return true;
    const { module, class_name } = value as { module?: unknown; class_name?: unknown };
    if (module === 'keras.layers' && !known.has(class_name)) return false;
    return Object.values(value).every(ready);
  };
  return ready(config);
}

/** One row of a batch. */
export function rowOf({ shape, data }: Batch, row: number) {
  const size = data.length / shape[0]!;
  return { shape: shape.slice(1), data: Float32Array.from(data.slice(row * size, (row + 1) * size)) };
}
