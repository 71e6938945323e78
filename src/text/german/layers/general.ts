import type { generalText as english } from '../../layers/general.ts';

export const generalText: typeof english = {
  input: 'Eingabe',
  weight: 'Gewicht',
  factor: 'mal',
  product: 'Produkt',
  rest: (count) => `${count} weitere Terme`,
  others: (count) => `${count} weitere`,
  none: 'Unter dieser Zelle liegt nichts von der Eingabe: nur Padding.',
  constant: 'Konstante',
  chosen: 'gewählte Zeile',
  own: 'dieser Schicht',
  result: {
    sum: 'Summe',
    products: 'Produktsumme',
    mean: 'Mittelwert',
    max: 'größter Wert',
    min: 'kleinster Wert',
    product: 'Produkt',
    identity: 'Wert',
  },
};
