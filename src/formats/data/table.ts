/** One column of a table, a value a row. */
export interface Column {
  readonly name: string;
  /** `words`: texts, by their place in `words`; `other`: too many different ones to be kept. */
  readonly type: 'number' | 'words' | 'other';
  /** Numbers, NaN where there is none; places in `words`, -1 where there is none. */
  readonly values: Float64Array;
  readonly words: readonly string[];
  /** Rows without a value, and the first of them. */
  readonly missing: number;
  readonly firstMissing: number;
  /** The first text where a number should be: its row, and what it says. */
  readonly strange: { readonly row: number; readonly text: string } | undefined;
}

export interface Table {
  /** Name of the file. */
  readonly file: string;
  readonly rows: number;
  readonly columns: readonly Column[];
  /** The first rows as they stand in the file. */
  readonly first: readonly (readonly string[])[];
  /** Share of the file that was kept; 1 for the whole. */
  readonly kept: number;
  /** The line, from 1, in which a row begins. */
  lineOf(row: number): number;
}

export function columnNamed(table: Table, name: string): Column | undefined {
  return table.columns.find((column) => column.name === name);
}
