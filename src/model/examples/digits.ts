import { digitNet } from './digit-net.ts';
import type { ExampleDocument } from './example.ts';

/** The document that the page opens on. Its trained weights are shipped (`scripts/train-default.ts`). */
export const digits: ExampleDocument = {
  kernelscope: 1,
  title: 'Digits',
  seed: 7,
  dataset: { name: 'mnist', train: 2000, test: 500 },
  ...digitNet,
  fit: { epochs: 10, batch_size: 32, validation_split: 0.1 },
};
