import type { denseText as english } from '../../layers/dense.ts';

export const denseText: typeof english = {
  input: 'Eingabe',
  weight: 'Gewicht',
  product: 'Produkt',
  others: (count) => `${count} weitere Terme`,
  sees: (count) => `diese Unit hat ein Gewicht für jede der ${count} Eingaben`,
  steps: (count) => `an jedem der ${count} Schritte dieselben Gewichte`,
  local: (count, size) => `eine ${size}-Faltung würde nur diese ${count} sehen`,
};
