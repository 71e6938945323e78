import type { DatasetDefinition } from './definition.ts';

/**
 * Sentences of nine to sixteen words that praise or blame, as numbers of words, 0 behind the last. Generated from
 * phrases written for this project (`scripts/pack-sentences.ts`).
 */
export const sentences: DatasetDefinition = {
  name: 'sentences',
  shape: [16],
  target: { type: 'classes', classes: ['blame', 'praise'] },
  step: { unit: 'word', each: 1 },
  origin: 'generated',
  storage: { type: 'uint16' },
  available: { train: 2000, test: 400 },
  default: { train: 2000, test: 400 },
  unit: 'word',
  range: [0, 272],
  licence: 'sentences',
};
