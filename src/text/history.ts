/** What a change of the document is called in its history, where nobody has named it. */
export const historyText = {
  opened: (title: string) => `Opened “${title}”`,
  edited: 'Changed the model',
  added: (name: string) => `Added ${name}`,
  removed: (name: string) => `Removed ${name}`,
  set: (what: string, before: string, after: string) => `${what}: ${before} to ${after}`,
  ofLayer: (layer: string, difference: string) => `${layer}, ${difference}`,
  /** Values. */
  none: 'none',
  other: 'other',
  seed: (seed: string) => `New seed: ${seed}`,
};
