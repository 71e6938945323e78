/** Texts of the pooling layers' lenses. */
export const poolingText = {
  window: 'window',
  map: (channel: number) => `map of channel ${channel}`,
  of: (channel: number) => `, channel ${channel}`,
  size: (count: string) => `out = ${count}: one number a map`,
  max: 'max',
  average: 'average',
  sum: 'sum',
  own: 'what this layer gives',
  cells: (count: string) => `${count} cells`,
};
