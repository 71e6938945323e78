import type { activationText as english } from '../../layers/activation.ts';

export const activationText: typeof english = {
  input: 'Eingabe',
  output: 'Ausgabe',
  zero: (zeros, cells, percent) => `${zeros} von ${cells} Zellen dieser Map sind null (${percent})`,
  spread: 'wie oft jede Eingabe in dieser Map vorkommt',
};
