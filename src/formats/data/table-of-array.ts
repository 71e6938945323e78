import type { NpyArray } from './npy.ts';
import type { Column, Table } from './table.ts';

const FIRST_ROWS = 12;

/** An array of one or two axes as a table, its second axis the columns. */
export function tableOfArray({ name, shape, numbers }: NpyArray, file: string): Table {
  const [rows = 0, width = 1] = shape;
  const columns = Array.from({ length: width }, (_, at): Column => {
    const values = Float64Array.from({ length: rows }, (_, row) => {
      const value = numbers![row * width + at]!;
      return Number.isFinite(value) ? value : Number.NaN;
    });
    const firstMissing = values.findIndex((value) => Number.isNaN(value));
    const missing = values.reduce((sum, value) => sum + (Number.isNaN(value) ? 1 : 0), 0);
    const called = width === 1 ? name : String(at);
    return { name: called, type: 'number', values, words: [], missing, firstMissing, strange: undefined };
  });
  const first = Array.from({ length: Math.min(rows, FIRST_ROWS) }, (_, row) =>
    columns.map(({ values }) => String(values[row])),
  );
  // Rows of an array are counted from 0.
  return { file, rows, columns, first, kept: 1, lineOf: (row) => row };
}
