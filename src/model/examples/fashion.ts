import { digitNet } from './digit-net.ts';
import type { Example } from './example.ts';

/** The net for digits on clothing, which is harder: shirts, coats and pullovers look alike. */
export const fashion: Example = {
  id: 'fashion',
  document: {
    kernelscope: 1,
    title: 'Fashion',
    seed: 7,
    dataset: { name: 'fashion-mnist', train: 3000, test: 1000 },
    ...digitNet,
    fit: { epochs: 12, batch_size: 32, validation_split: 0.1 },
  },
};
