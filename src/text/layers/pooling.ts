/** Texts of the pooling layers' lenses. */
export const poolingText = {
  window: 'window',
  map: (channel: number) => `map of channel ${channel}`,
  max: 'max',
  average: 'average',
  sum: 'sum',
  own: 'what this layer gives',
  cells: (count: string) => `${count} cells`,
} as const;
