/** Texts of a convolution's lens. Figures come formatted. */
export const conv2dText = {
  window: 'window',
  kernel: 'kernel',
  products: 'products',
  sum: 'sum',
  channel: (channel: number) => `channel ${channel}`,
  slice: (slice: string) => `slice ${slice}`,
  paddingSlice: (slice: string) => `slice ${slice}: padding`,
  slices: (slices: number, channels: number) =>
    channels === 1 ? '' : `, ${slices} slices of ${channels} channels`,
  /** Of a colour picture, by channel number. */
  colors: ['red', 'green', 'blue'],
  colorsAll: ', red, green and blue',
  colorsBrief: ['R', 'G', 'B'],
  channels: (last: number) => `, channels 0 to ${last}`,
  strongest: (shown: number, count: number) =>
    shown === 1 ? `, the strongest of ${count} channels` : `, the ${shown} strongest of ${count} channels`,
  others: (count: string, single: boolean, total: string) =>
    single ? 'sum of the other channel' : `sums of the other ${count} channels, together ${total}`,
  start: (axis: 'slice' | 'row' | 'column', output: number, stride: number, before: number, first: string) =>
    `first ${axis} = ${output} × ${stride}${before > 0 ? ` − ${before}` : ''} = ${first}`,
  dilated: (rate: number) => `every ${rate === 2 ? 'second' : rate === 3 ? 'third' : `${rate}th`} cell`,
};
