import type { conv2dText as english } from '../../layers/conv2d.ts';

const FIRST = { slice: 'erste Scheibe', row: 'erste Zeile', column: 'erste Spalte' };

export const conv2dText: typeof english = {
  window: 'Fenster',
  kernel: 'Kernel',
  products: 'Produkte',
  sum: 'Summe',
  channel: (channel) => `Kanal ${channel}`,
  slice: (slice) => `Scheibe ${slice}`,
  paddingSlice: (slice) => `Scheibe ${slice}: Padding`,
  slices: (slices, channels) => (channels === 1 ? '' : `, ${slices} Scheiben zu ${channels} Kanälen`),
  colors: ['Rot', 'Grün', 'Blau'],
  colorsAll: ', Rot, Grün und Blau',
  colorsBrief: ['R', 'G', 'B'],
  channels: (last) => `, Kanäle 0 bis ${last}`,
  strongest: (shown, count) =>
    shown === 1 ? `, der stärkste von ${count} Kanälen` : `, die ${shown} stärksten von ${count} Kanälen`,
  others: (count, single, total) =>
    single ? 'Summe des anderen Kanals' : `Summen der anderen ${count} Kanäle, zusammen ${total}`,
  start: (axis, output, stride, before, first) =>
    `${FIRST[axis]} = ${output} × ${stride}${before > 0 ? ` − ${before}` : ''} = ${first}`,
  dilated: (rate) => `jede ${rate === 2 ? 'zweite' : rate === 3 ? 'dritte' : `${rate}.`} Zelle`,
};
