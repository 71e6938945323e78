import type { Reading } from '../../model/datasets/reading.ts';
import { isMissing, numberOf } from './number.ts';
import { isBlank, parseText } from './rows-of-text.ts';

/** How a text is a table. */
export interface Dialect {
  readonly delimiter: NonNullable<Reading['delimiter']>;
  readonly decimal: '.' | ',';
  readonly header: boolean;
}

/** Those that rarely stand inside a cell come first; a comma is also a decimal sign, a blank also between words. */
const DELIMITERS = ['\t', ';', '|', ',', ' '] as const;

/** Rows that are looked at. */
const SAMPLE_ROWS = 500;

interface Guess extends Dialect {
  readonly columns: number;
  /** Share of the rows that have as many cells as most have. */
  readonly even: number;
  /** Share of the cells that are numbers or say that there is none. */
  readonly numeric: number;
  /** Whether the first row has commas that are no decimal signs. */
  readonly named: boolean;
}

/** The number of cells that most rows have, and the share of the rows that have it. */
function usualWidth(rows: readonly (readonly string[])[]): {
  readonly width: number;
  readonly share: number;
} {
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  let [width, most] = [0, 0];
  for (const [length, count] of counts) if (count > most) [width, most] = [length, count];
  return { width, share: rows.length === 0 ? 0 : most / rows.length };
}

function numericShare(rows: readonly (readonly string[])[], decimal: '.' | ','): number {
  let [numbers, cells] = [0, 0];
  for (const row of rows) {
    for (const given of row) {
      const cell = given.trim();
      cells++;
      if (isMissing(cell) || !Number.isNaN(numberOf(cell, decimal))) numbers++;
    }
  }
  return cells === 0 ? 0 : numbers / cells;
}

/** Whether the first row names columns: no number in it, and numbers below, or texts that come only there. */
function hasHeader(rows: readonly (readonly string[])[], decimal: '.' | ','): boolean {
  const [first, ...below] = rows;
  if (!first || below.length === 0) return false;
  const isNumber = (cell: string) => !Number.isNaN(numberOf(cell.trim(), decimal));
  if (first.some(isNumber)) return false;
  if (first.every((cell) => cell.trim() === '')) return false;
  const someNumbers = below.some((row) => row.some(isNumber));
  if (someNumbers) return true;
  return (
    new Set(first).size === first.length && first.every((cell, at) => !below.some((row) => row[at] === cell))
  );
}

/**
 * How a text, of which `sample` is the beginning (lines ending in `\n`, the last one whole), is a table: what makes
 * rows of one width and the most numbers. What `given` says is taken as it is.
 */
export function sniff(sample: string, given: Reading = {}): Dialect {
  const guesses: Guess[] = [];
  for (const delimiter of given.delimiter === undefined ? DELIMITERS : [given.delimiter]) {
    const rows = parseText(sample, delimiter, true)
      .rows.filter((row) => !isBlank(row))
      .slice(0, SAMPLE_ROWS);
    const { width, share } = usualWidth(rows);
    for (const decimal of given.decimal === undefined ? (['.', ','] as const) : [given.decimal]) {
      if (decimal === delimiter && given.decimal === undefined) continue;
      const even = rows.filter(({ length }) => length === width);
      // The first row may name the columns: it says nothing of the numbers.
      const numeric = numericShare(even.length > 1 ? even.slice(1) : even, decimal);
      const named =
        rows[0]?.some((cell) => cell.includes(',') && Number.isNaN(numberOf(cell.trim(), ','))) ?? false;
      const header = given.header ?? hasHeader(rows, decimal);
      guesses.push({ delimiter, decimal, header, columns: width, even: share, numeric, named });
    }
  }
  // A text without any delimiter is one column; so is one whose delimiters come as they like.
  const better = (one: Guess, other: Guess) => scoreOf(one) > scoreOf(other) + 1e-9;
  let best = guesses[0]!;
  for (const guess of guesses) if (better(guess, best)) best = guess;
  const { delimiter, decimal, header } =
    best.columns === 1 && given.delimiter === undefined ? single(guesses) : best;
  return { delimiter, decimal, header };
}

function scoreOf({ columns, even, numeric, delimiter, named }: Guess): number {
  if (columns < 2) return numeric === 1 && !named ? 1.9 : 0.2 + 0.3 * numeric;
  // Blanks between words make rows of one width only by chance.
  const blanks = delimiter === ' ' && numeric < 0.5 ? -1 : 0;
  return even + numeric + blanks + (even > 0.9 ? 0.5 : 0);
}

/** One column: the decimal sign is what makes more numbers. */
function single(guesses: readonly Guess[]): Dialect {
  const columns = guesses.filter((guess) => guess.columns === 1 && guess.delimiter !== ',');
  const most = Math.max(...columns.map(({ numeric }) => numeric));
  const found = columns.find(({ numeric }) => numeric === most) ?? guesses[0]!;
  return { ...found, delimiter: found.decimal === ',' ? ';' : ',' };
}
