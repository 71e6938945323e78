/** Texts of a convolution's lens. Figures come formatted. */
export const conv2dText = {
  window: 'window',
  kernel: 'kernel',
  products: 'products',
  sum: 'sum',
  channel: (channel: number) => `channel ${channel}`,
  others: (count: number) =>
    count === 1 ? 'sum of the other channel' : `sums of the other ${count} channels`,
  place: (rows: string, cols: string, layer: string) => `rows ${rows}, columns ${cols} of ${layer}`,
  start: (axis: 'row' | 'column', output: number, stride: number, before: number, first: string) =>
    `first ${axis} = ${output} × ${stride}${before > 0 ? ` − ${before}` : ''} = ${first}`,
  range: (first: string, last: string) => (first === last ? first : `${first} to ${last}`),
  dilated: (rate: number) => `every ${rate === 2 ? 'second' : rate === 3 ? 'third' : `${rate}th`} cell`,
} as const;
