import type { poolingText as english } from '../../layers/pooling.ts';

export const poolingText: typeof english = {
  window: 'Fenster',
  map: (channel) => `Map von Kanal ${channel}`,
  of: (channel) => `, Kanal ${channel}`,
  size: (count) => `out = ${count}: eine Zahl je Map`,
  max: 'Maximum',
  average: 'Mittelwert',
  sum: 'Summe',
  own: 'was diese Schicht gibt',
  cells: (count) => `${count} Zellen`,
};
