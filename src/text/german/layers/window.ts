import type { windowText as english } from '../../layers/window.ts';

export const windowText: typeof english = {
  place: (rows, cols, layer) => `Zeilen ${rows}, Spalten ${cols} von ${layer}`,
  slices: (slices, place) => `Scheiben ${slices}, ${place}`,
  steps: (steps, layer) => `Schritte ${steps} von ${layer}`,
  range: (first, last) => (first === last ? first : `${first} bis ${last}`),
  axes: ['Tiefe', 'Zeilen', 'Spalten'],
  other: (axis) => `Achse ${axis}`,
};
