import type { embeddingText as english } from '../../layers/embedding.ts';

export const embeddingText: typeof english = {
  looked: (word, row, rows) => `${word} → Zeile ${row} von ${rows}`,
  number: (value) => `Nummer ${value}`,
  named: (word, value) => `„${word}“, Nummer ${value}`,
  table: (layer, rows, cols) => `Tabelle von ${layer}, ${rows}×${cols}`,
  row: (row) => `Zeile ${row}`,
  beyond: (rows) => `Nummern jenseits der ${rows} Zeilen nehmen die letzte`,
};
