import Papa from 'papaparse';
import type { Reading } from '../../model/datasets/reading.ts';

type Delimiter = NonNullable<Reading['delimiter']>;

/** Rows of a piece of text, and how many of its characters they are. */
export interface ParsedText {
  readonly rows: readonly (readonly string[])[];
  readonly length: number;
  /** The text ends within quotation marks. */
  readonly unclosed: boolean;
}

interface PapaResult {
  readonly data: string[][];
  readonly errors: readonly { readonly code: string }[];
  readonly meta: { readonly cursor: number };
}

/**
 * The rows of text whose lines end in `\n`. Without `last`, the row that the text ends in the middle of is left for
 * the next piece. A blank as delimiter stands for any run of blanks and tabs.
 */
export function parseText(text: string, delimiter: Delimiter, last: boolean): ParsedText {
  if (delimiter === ' ') {
    const end = last ? text.length : text.lastIndexOf('\n') + 1;
    const lines = text.slice(0, end).split('\n');
    // What follows the last line feed is no line.
    if (lines.at(-1) === '') lines.pop();
    return { rows: lines.map((line) => line.trim().split(/[ \t]+/)), length: end, unclosed: false };
  }
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const { data, errors, meta } = parser.parse(text, 0, !last) as PapaResult;
  const unclosed = last && errors.some(({ code }) => code === 'MissingQuotes');
  if (last && data.at(-1)?.length === 1 && data.at(-1)![0] === '' && text.endsWith('\n')) data.pop();
  return { rows: data, length: last ? text.length : meta.cursor, unclosed };
}

/** Whether a row is an empty line. */
export function isBlank(row: readonly string[]): boolean {
  return row.length === 1 && row[0]!.trim() === '';
}

/** Lines that a row takes: a quoted cell may have several. */
export function linesOf(row: readonly string[]): number {
  let lines = 1;
  for (const cell of row) {
    for (let at = cell.indexOf('\n'); at >= 0; at = cell.indexOf('\n', at + 1)) lines++;
  }
  return lines;
}
