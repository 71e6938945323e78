/** Texts of a convolution's filters, all together and one opened, and of the weights in a window. Figures come formatted. */
export const kernelText = {
  filters: (count: string, shape: string) => `${count} filters of ${shape}`,
  front: (channel: string) => `in front: the slice for channel ${channel}`,
  more: (count: string) => `+${count}`,
  opened: (filter: string, slices: string, source: string) =>
    slices === '1'
      ? `filter ${filter}: one slice, for ${source}`
      : `filter ${filter}: ${slices} slices, a channel of ${source} each`,
  partial: 'below each slice: the sum of its products',
  adding: (channels: string, single: boolean) =>
    single ? 'the sum of the only channel' : `the sums of ${channels} channels, added one after the other`,
  channels: (count: string) => `${count} channels`,
  each: (product: string, weights: string) => `${product} = ${weights} weights a filter`,
  bias: '+ 1 bias',
  all: (count: string, total: string) => `× ${count} filters = ${total} parameters`,
  dimensions: ['one dimension', 'two dimensions', 'three dimensions'],
  weights: (product: string, total: string) =>
    product === total ? `${total} weights` : `${product} = ${total} weights`,
  window: (size: string) => `The same window of ${size} along one, two and three axes`,
  perChannel: 'for each input channel of each filter',
  aspects: {
    label: 'What the lens shows',
    number: 'One number',
    cone: 'Cone',
    filters: 'Filters',
    window: '1D 2D 3D',
  },
};
