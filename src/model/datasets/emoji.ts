import type { DatasetDefinition } from './definition.ts';

/**
 * Emoji in four styles, equally many of each class: three styles to train on, the same signs in the fourth, which
 * training never sees, to test. Classes are groups of Unicode's emoji list (`scripts/pack-emoji.ts`).
 */
export const emoji: DatasetDefinition = {
  name: 'emoji',
  shape: [32, 32, 3],
  target: {
    type: 'classes',
    classes: ['face', 'hand', 'person', 'animal', 'food', 'vehicle', 'place', 'symbol'],
  },
  origin: 'generated',
  storage: { type: 'bytes' },
  available: { train: 1584, test: 528 },
  default: { train: 1584, test: 528 },
  unit: 'intensity',
  range: [0, 1],
  licence: 'emoji',
};
