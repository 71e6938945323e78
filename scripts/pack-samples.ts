import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import type { Random } from '../src/base/random.ts';
import { sizeOf } from '../src/base/tensor.ts';
import {
  CHUNK,
  chunkFile,
  datasetFolder,
  FIRST_COUNT,
  FIRST_FILE,
  SERIES_FILE,
  WORDS_FILE,
} from '../src/engine/data/files.ts';
import type { DatasetDefinition } from '../src/model/datasets/definition.ts';
import { classesOf, targetSize } from '../src/model/datasets/target.ts';
import { root } from './install.mjs';

/** One picture to pack: `pixels` are bytes in row-major `[row, col, channel]`. */
export interface Drawn {
  readonly label: number;
  readonly pixels: Uint8Array;
}

/** One sample to pack: class numbers or numbers, and its values as they are stored. */
export interface Stored {
  readonly targets: readonly number[];
  readonly values: ArrayLike<number>;
}

type Splits<T> = Readonly<Record<'train' | 'test', readonly T[]>>;

interface IndexFile {
  readonly file: string;
  readonly bytes: number;
  readonly sha256: string;
}

type Index = Readonly<Record<string, unknown>> & { readonly files: readonly IndexFile[] };

/** The same things in a seeded order. */
export function shuffled<T>(things: readonly T[], random: Random): T[] {
  return Array.from(random.permutation(things.length), (at) => things[at]!);
}

/** `each` of every class, the first ones of the list; throws where a class has fewer. */
export function balanced(drawn: readonly Drawn[], classes: number, each: number): Drawn[] {
  return Array.from({ length: classes }, (_, label) => {
    const own = drawn.filter((one) => one.label === label).slice(0, each);
    if (own.length < each) throw new Error(`class ${label} has ${own.length} pictures, ${each} are needed`);
    return own;
  }).flat();
}

/** Where a value does not fit its storage, it throws. */
function bytesOf(values: readonly number[], type: 'uint8' | 'uint16' | 'int16' | 'float32'): Uint8Array {
  const arrays = { uint8: Uint8Array, uint16: Uint16Array, int16: Int16Array, float32: Float32Array };
  const array = new arrays[type](values);
  const wrong = type === 'float32' ? -1 : values.findIndex((value, at) => array[at] !== value);
  if (wrong >= 0) throw new Error(`${values[wrong]} is not ${type}`);
  return new Uint8Array(array.buffer);
}

/** The targets of all samples, then the values of all samples, deflated. */
function deflated({ shape, storage, target }: DatasetDefinition, samples: readonly Stored[]): Uint8Array {
  const size = sizeOf(shape);
  for (const { targets, values } of samples) {
    if (targets.length !== targetSize(target)) throw new Error(`${targets.length} targets of a sample`);
    if (values.length !== size) throw new Error(`${values.length} numbers in a sample of ${size}`);
  }
  const targets = bytesOf(
    samples.flatMap((sample) => sample.targets),
    target.type === 'numbers' ? 'float32' : 'uint8',
  );
  const values = bytesOf(
    samples.flatMap((sample) => Array.from(sample.values)),
    storage.type === 'int16' || storage.type === 'uint16' ? storage.type : 'uint8',
  );
  const bytes = new Uint8Array(targets.length + values.length);
  bytes.set(targets);
  bytes.set(values, targets.length);
  return deflateSync(bytes, { level: 9 });
}

/** Empties the folder of a data set; what is then written there is listed in its index. */
function openFolder(definition: DatasetDefinition) {
  const folder = join(root, 'public', datasetFolder(definition.name));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  return {
    write(file: string, bytes: Uint8Array): IndexFile {
      writeFileSync(join(folder, file), bytes);
      const sha256 = createHash('sha256').update(bytes).digest('hex');
      return { file, bytes: bytes.length, sha256 };
    },
    close(index: Index, licence: string): void {
      writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
      writeFileSync(join(folder, 'LICENSE.txt'), licence);
      const total = index.files.reduce((sum, file) => sum + file.bytes, 0);
      console.log(`${definition.name}: ${index.files.length} files, ${total} bytes`);
    },
  };
}

/** Files of some data sets beside their samples: the words of texts, sounds for playing. */
interface SideFiles {
  readonly words?: readonly string[];
  readonly files?: Readonly<Record<string, Uint8Array>>;
}

/**
 * Writes a data set to public/data: chunks of targets and values, deflated, with an index of their checksums and the
 * licence. The same samples give the same files, byte for byte.
 */
export function packStored(
  definition: DatasetDefinition,
  splits: Splits<Stored>,
  licence: string,
  { words, files: others = {} }: SideFiles = {},
): void {
  const { name, shape, target, storage, available } = definition;
  const folder = openFolder(definition);
  const files: (IndexFile & { split?: string; start?: number; count?: number })[] = [];
  function write(file: string, split: 'train' | 'test', start: number, most: number): void {
    const samples = splits[split].slice(start, start + most);
    const written = folder.write(file, deflated(definition, samples));
    files.push({ file, split, start, count: samples.length, bytes: written.bytes, sha256: written.sha256 });
  }
  for (const split of ['train', 'test'] as const) {
    const count = splits[split].length;
    if (count !== available[split]) throw new Error(`${count} samples to ${split}, not ${available[split]}`);
  }
  write(FIRST_FILE, 'test', 0, FIRST_COUNT);
  for (const split of ['train', 'test'] as const) {
    // Where the small file has the whole split, it needs no chunk.
    if (available[split] <= FIRST_COUNT) continue;
    for (let start = 0; start < available[split]; start += CHUNK) {
      write(chunkFile(split, start / CHUNK), split, start, CHUNK);
    }
  }
  if (words) files.push(folder.write(WORDS_FILE, new TextEncoder().encode(`${JSON.stringify(words)}\n`)));
  for (const [file, bytes] of Object.entries(others)) files.push(folder.write(file, bytes));
  const pictures = target.type === 'classes' && storage.type === 'bytes' && shape.length === 3;
  const encoding = pictures
    ? 'deflate-raw of the labels, one byte each, then the pixels, one byte each, row by row'
    : 'deflate-raw of the targets of all samples (classes: a byte each; numbers: float32), then their values, as `storage` says; little-endian';
  folder.close(
    {
      name,
      shape,
      ...(pictures ? { classes: classesOf(definition) } : { target, storage }),
      counts: available,
      encoding,
      files,
    },
    licence,
  );
}

/** Writes a data set of pictures to public/data. */
export function packSamples(definition: DatasetDefinition, splits: Splits<Drawn>, licence: string): void {
  const stored = ({ label, pixels }: Drawn): Stored => ({ targets: [label], values: pixels });
  packStored(definition, { train: splits.train.map(stored), test: splits.test.map(stored) }, licence);
}

/** Writes a series, of which samples are windows, to public/data: rows of whole numbers, one a column. */
export function packSeries(
  definition: DatasetDefinition,
  rows: readonly (readonly number[])[],
  licence: string,
): void {
  const { name, shape, target, storage, available } = definition;
  if (storage.type !== 'windows' || rows.length !== storage.rows) {
    throw new Error(`${name}: ${rows.length} rows`);
  }
  const folder = openFolder(definition);
  const file = folder.write(SERIES_FILE, deflateSync(bytesOf(rows.flat(), 'int16'), { level: 9 }));
  const encoding = 'deflate-raw of the rows, an int16 a column, little-endian; samples are windows of them';
  folder.close({ name, shape, target, storage, counts: available, encoding, files: [file] }, licence);
}
