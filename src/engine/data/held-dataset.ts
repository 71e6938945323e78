import { KernelscopeError } from '../../base/errors.ts';
import { sizeOf } from '../../base/tensor.ts';
import type { CustomDataset } from '../../model/datasets/custom.ts';
import { customDefinition } from '../../model/datasets/custom.ts';
import { targetSize } from '../../model/datasets/target.ts';
import type { Split } from '../engine.ts';
import type { Dataset } from './dataset.ts';
import { type Rows, sampleOf } from './rows.ts';

const BYTES = Float32Array.BYTES_PER_ELEMENT;

/** Numbers of one sample, and of its target. */
function sizesOf({ shape, target }: CustomDataset): { readonly size: number; readonly width: number } {
  return { size: sizeOf(shape), width: targetSize(target) };
}

/** Whether the numbers can be those of the description: `formats/data/build-data.ts` writes them. */
export function isDataOf(dataset: CustomDataset, data: Blob): boolean {
  const { size, width } = sizesOf(dataset);
  const { train, test } = dataset.available;
  return data.size === (train + test) * (size + width) * BYTES;
}

/** What is said where the data of a document are not in this browser. */
export function missingData({ file }: CustomDataset): KernelscopeError {
  return new KernelscopeError({ code: 'dataset-shape', expected: file, reason: 'own-data-missing' });
}

/** The reader's own data. Numbers stay in the blob, which may lie on the disk, until they are asked for. */
export function openHeld(dataset: CustomDataset, data: Blob): Dataset {
  const definition = customDefinition(dataset);
  const { shape, available } = dataset;
  const { size, width } = sizesOf(dataset);
  const read = new Map<Split, Promise<Rows>>();

  async function numbers(from: number, count: number): Promise<Float32Array> {
    return new Float32Array(await data.slice(from * BYTES, (from + count) * BYTES).arrayBuffer());
  }

  /** Numbers before the values of a split. */
  const startOf = (split: Split) => (split === 'train' ? 0 : available.train * (size + width));

  async function load(split: Split): Promise<Rows> {
    const count = available[split];
    const start = startOf(split);
    const [values, targets] = await Promise.all([
      numbers(start, count * size),
      numbers(start + count * size, count * width),
    ]);
    return {
      count,
      targets,
      read: (row, into, at) => into.set(values.subarray(row * size, (row + 1) * size), at),
    };
  }

  function check(split: Split, value: number, most: number, path: string): void {
    if (Number.isInteger(value) && value >= 0 && value <= most) return;
    throw new KernelscopeError({
      code: 'not-found',
      path,
      expected: `0 to ${most}`,
      received: `${value} of ${split}`,
    });
  }

  async function sample(split: Split, index: number) {
    check(split, index, available[split] - 1, 'index');
    const start = startOf(split);
    const [values, targets] = await Promise.all([
      numbers(start + index * size, size),
      numbers(start + available[split] * size + index * width, width),
    ]);
    const one: Rows = { count: 1, targets, read: (_, into, at) => into.set(values, at) };
    return sampleOf(one, 0, shape, width);
  }

  return {
    definition,
    async rows(split, count) {
      check(split, count, available[split], 'count');
      const loading = read.get(split) ?? load(split);
      read.set(split, loading);
      loading.catch(() => read.delete(split));
      const rows = await loading;
      return { ...rows, count, targets: rows.targets.subarray(0, count * width) };
    },
    async samples(split, count) {
      check(split, count, available[split], 'count');
      return Promise.all(Array.from({ length: count }, (_, index) => sample(split, index)));
    },
    sample,
    words: async () => [],
    series: async () => undefined,
  };
}
