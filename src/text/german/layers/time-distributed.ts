import type { timeDistributedText as english } from '../../layers/time-distributed.ts';

export const timeDistributedText: typeof english = {
  shared: (kind, slices) => `dieselbe Schicht ${kind}, ein Satz Gewichte, an jeder von ${slices} Scheiben`,
  bare: (kind, slices) => `dieselbe Schicht ${kind}, ohne Gewichte, an jeder von ${slices} Scheiben`,
  slices: (first, last, of) => `Scheiben ${first} bis ${last} von ${of}`,
  weight: (name, shape) => `${name} ${shape}`,
  more: (count) => `und ${count} weitere`,
  opened: (slice, of) => `Scheibe ${slice} von ${of}, für sich:`,
  once: (slices) => `, einmal für alle ${slices} Scheiben`,
};
