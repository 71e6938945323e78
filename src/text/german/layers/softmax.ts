import type { softmaxText as english } from '../../layers/softmax.ts';

export const softmaxText: typeof english = {
  class: 'Klasse',
  pre: 'x',
  exponential: 'exp(x − max)',
  share: 'Anteil der Summe',
  sum: 'Summe',
  of: (name, count) => `${name} von ${count} Zahlen`,
  others: (count) => `${count} weitere`,
};
