/** Texts of an Embedding's lens. Figures come formatted. */
export const embeddingText = {
  looked: (word: string, row: string, rows: string) => `${word} → row ${row} of ${rows}`,
  number: (value: string) => `number ${value}`,
  named: (word: string, value: string) => `“${word}”, number ${value}`,
  table: (layer: string, rows: string, cols: string) => `table of ${layer}, ${rows}×${cols}`,
  row: (row: string) => `row ${row}`,
  beyond: (rows: string) => `numbers beyond the table’s ${rows} rows take its last`,
};
