import type { DatasetDefinition } from './definition.ts';

/**
 * Twelve free photos, to put kernels on. Nothing is trained on them, so documents cannot name them: the label of each
 * is its own number, the class its title. They are the `test` split.
 */
export const photos: DatasetDefinition = {
  name: 'photos',
  shape: [96, 96, 3],
  target: {
    type: 'classes',
    classes: [
      'cat',
      'coffee cup',
      'retina',
      'photographer',
      'brick wall',
      'gravel',
      'lily leek',
      'acanthus',
      'black canyon',
      'alpine landscape',
      'airplane from above',
      'boats at Nagasaki',
    ],
  },
  origin: 'recorded',
  storage: { type: 'bytes' },
  available: { train: 0, test: 12 },
  default: { train: 0, test: 12 },
  unit: 'intensity',
  range: [0, 1],
  licence: 'photos',
};
