/** Where a window lies, in the lenses of the layers that have one. */
export const windowText = {
  place: (rows: string, cols: string, layer: string) => `rows ${rows}, columns ${cols} of ${layer}`,
  slices: (slices: string, place: string) => `slices ${slices}, ${place}`,
  steps: (steps: string, layer: string) => `steps ${steps} of ${layer}`,
  range: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  /** Axes of maps, the last ones where there are fewer. */
  axes: ['depth', 'rows', 'columns'],
  other: (axis: number) => `axis ${axis}`,
};
