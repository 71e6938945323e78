import type { kernelText as english } from '../../layers/kernel.ts';

export const kernelText: typeof english = {
  filters: (count, shape) => `${count} Filter zu ${shape}`,
  front: (channel) => `vorn: die Scheibe für Kanal ${channel}`,
  more: (count) => `+${count}`,
  opened: (filter, slices, source) =>
    slices === '1'
      ? `Filter ${filter}: eine Scheibe, für ${source}`
      : `Filter ${filter}: ${slices} Scheiben, je eine für einen Kanal von ${source}`,
  partial: 'unter jeder Scheibe: die Summe ihrer Produkte',
  adding: (channels, single) =>
    single ? 'die Summe des einzigen Kanals' : `die Summen von ${channels} Kanälen, nacheinander addiert`,
  channels: (count) => `${count} Kanäle`,
  each: (product, weights) => `${product} = ${weights} Gewichte je Filter`,
  bias: '+ 1 Bias',
  all: (count, total) => `× ${count} Filter = ${total} Parameter`,
  dimensions: ['eine Dimension', 'zwei Dimensionen', 'drei Dimensionen'],
  weights: (product, total) => (product === total ? `${total} Gewichte` : `${product} = ${total} Gewichte`),
  window: (size) => `Dasselbe Fenster von ${size} entlang von ein, zwei und drei Achsen`,
  perChannel: 'für jeden Eingabekanal jedes Filters',
  aspects: {
    label: 'Was die Lupe zeigt',
    number: 'Eine Zahl',
    cone: 'Kegel',
    filters: 'Filter',
    window: '1D 2D 3D',
  },
};
