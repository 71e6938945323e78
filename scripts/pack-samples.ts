import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'fflate';
import type { Random } from '../src/base/random.ts';
import { sizeOf } from '../src/base/tensor.ts';
import { CHUNK, chunkFile, datasetFolder, FIRST_COUNT, FIRST_FILE } from '../src/engine/data/files.ts';
import type { DatasetDefinition } from '../src/model/datasets/definition.ts';
import { root } from './install.mjs';

/** One picture to pack: `pixels` are bytes in row-major `[row, col, channel]`. */
export interface Drawn {
  readonly label: number;
  readonly pixels: Uint8Array;
}

type Splits = Readonly<Record<'train' | 'test', readonly Drawn[]>>;

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

function deflated(drawn: readonly Drawn[], size: number): Uint8Array {
  const bytes = new Uint8Array(drawn.length * (size + 1));
  drawn.forEach(({ label, pixels }, row) => {
    if (pixels.length !== size) throw new Error(`${pixels.length} numbers in a picture of ${size}`);
    bytes[row] = label;
    bytes.set(pixels, drawn.length + row * size);
  });
  return deflateSync(bytes, { level: 9 });
}

/**
 * Writes a data set to public/data: chunks of labels and pixel bytes, deflated, with an index of their checksums and
 * the licence. The same pictures give the same files, byte for byte.
 */
export function packSamples(definition: DatasetDefinition, splits: Splits, licence: string): void {
  const { name, shape, classes, available } = definition;
  const folder = join(root, 'public', datasetFolder(name));
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const files: {
    file: string;
    split: string;
    start: number;
    count: number;
    bytes: number;
    sha256: string;
  }[] = [];
  function write(file: string, split: 'train' | 'test', start: number, most: number): void {
    const drawn = splits[split].slice(start, start + most);
    const bytes = deflated(drawn, sizeOf(shape));
    writeFileSync(join(folder, file), bytes);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    files.push({ file, split, start, count: drawn.length, bytes: bytes.length, sha256 });
  }
  for (const split of ['train', 'test'] as const) {
    const count = splits[split].length;
    if (count !== available[split]) throw new Error(`${count} pictures to ${split}, not ${available[split]}`);
  }
  write(FIRST_FILE, 'test', 0, FIRST_COUNT);
  for (const split of ['train', 'test'] as const) {
    // Where the small file has the whole split, it needs no chunk.
    if (available[split] <= FIRST_COUNT) continue;
    for (let start = 0; start < available[split]; start += CHUNK) {
      write(chunkFile(split, start / CHUNK), split, start, CHUNK);
    }
  }
  const index = {
    name,
    shape,
    classes,
    counts: available,
    encoding: 'deflate-raw of the labels, one byte each, then the pixels, one byte each, row by row',
    files,
  };
  writeFileSync(join(folder, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);
  writeFileSync(join(folder, 'LICENSE.txt'), licence);
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  console.log(`${name}: ${files.length} files, ${total} bytes`);
}
