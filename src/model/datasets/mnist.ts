import type { DatasetDefinition } from './definition.ts';

/** 10,000 handwritten digits of MNIST (LeCun, Cortes, Burges), split once with a fixed seed. */
export const mnist: DatasetDefinition = {
  name: 'mnist',
  shape: [28, 28, 1],
  target: { type: 'classes', classes: ['0', '1', '2', '3', '4', '5', '6', '7', '8', '9'] },
  origin: 'recorded',
  storage: { type: 'bytes' },
  available: { train: 8000, test: 2000 },
  default: { train: 2000, test: 500 },
  unit: 'intensity',
  range: [0, 1],
  licence: 'mnist',
};
