import type { flowText as english } from '../../layers/flow.ts';

export const flowText: typeof english = {
  sum: 'Produktsumme',
  products: (count) => `${count} Produkte`,
  bias: '+ Bias',
  pre: 'Präaktivierung',
  output: 'Ausgabe',
  short: { sum: 'Summe', bias: 'Bias', pre: 'Präaktivierung', output: 'Ausgabe' },
};
