import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'fflate';
import { createRandom } from '../src/base/random.ts';
import { sizeOf } from '../src/base/tensor.ts';
import { fashionMnist } from '../src/model/datasets/fashion-mnist.ts';
import { classesOf } from '../src/model/datasets/target.ts';
import { balanced, type Drawn, packSamples, shuffled } from './pack-samples.ts';
import { debianPackage } from './pack-sources.ts';

// Packs 4,000 of the 70,000 pictures of Fashion-MNIST into public/data/fashion-mnist: equally many of each class,
// chosen and shuffled with a fixed seed; training pictures from its training set, test pictures from its test set.

const tree = debianPackage('dataset-fashion-mnist');
const size = sizeOf(fashionMnist.shape);
const random = createRandom(2026, 'fashion-mnist');

/** The bytes of an IDX file after its header of `axes + 1` numbers of four bytes. */
function idx(file: string, axes: number): Uint8Array {
  const bytes = gunzipSync(readFileSync(join(tree, 'usr/share/datasets/fashion-mnist', file)));
  return bytes.subarray(4 * (axes + 1));
}

function chosen(prefix: string, count: number): Drawn[] {
  const labels = idx(`${prefix}-labels-idx1-ubyte.gz`, 1);
  const pixels = idx(`${prefix}-images-idx3-ubyte.gz`, 3);
  const all = Array.from(labels, (label, row): Drawn => {
    return { label, pixels: pixels.subarray(row * size, (row + 1) * size) };
  });
  const { length } = classesOf(fashionMnist);
  return shuffled(balanced(shuffled(all, random), length, count / length), random);
}

const { train, test } = fashionMnist.available;
const copyright = readFileSync(join(tree, 'usr/share/doc/dataset-fashion-mnist/copyright'), 'utf8').trim();
packSamples(
  fashionMnist,
  { train: chosen('train', train), test: chosen('t10k', test) },
  `The pictures: Fashion-MNIST, by Han Xiao, Kashif Rasul and Roland Vollgraf, Copyright 2017 Zalando SE,
https://github.com/zalandoresearch/fashion-mnist, under the MIT (Expat) license below.

Changes: ${train} pictures of its training set and ${test} of its test set, equally many of each class, chosen and
shuffled with a fixed seed, and packed (index.json says how). Taken from the Debian package dataset-fashion-mnist,
whose copyright file says:

${copyright}
`,
);
