import type { historyText as english } from '../history.ts';

export const historyText: typeof english = {
  opened: (title) => `„${title}“ geöffnet`,
  edited: 'Modell geändert',
  added: (name) => `${name} eingefügt`,
  removed: (name) => `${name} entfernt`,
  set: (what, before, after) => `${what}: ${before} zu ${after}`,
  ofLayer: (layer, difference) => `${layer}, ${difference}`,
  seed: (seed) => `Neuer Seed: ${seed}`,
  none: 'nichts',
  other: 'anderes',
};
