/** Where a window lies, in the lenses of the layers that have one. */
export const windowText = {
  place: (rows: string, cols: string, layer: string) => `rows ${rows}, columns ${cols} of ${layer}`,
  range: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
} as const;
