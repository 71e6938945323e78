import { isMissing, numberOf } from './number.ts';
import type { Column } from './table.ts';

/** Different texts of a column that are told apart. */
const MOST_WORDS = 10_000;

/** A column that grows by the row. Its type is that of most of the first cells. */
export interface ColumnBuilder {
  add(cell: string): void;
  finish(): Column;
}

/** Rows after which it is settled whether a column is of numbers. */
const UNDECIDED = 1000;

export function createColumnBuilder(name: string, decimal: '.' | ','): ColumnBuilder {
  let values = new Float64Array(1024);
  let rows = 0;
  let missing = 0;
  let firstMissing = -1;
  /** Cells of the first rows, as long as the type is open. */
  let open: string[] | undefined = [];
  let type: Column['type'] = 'number';
  let strange: Column['strange'];
  const places = new Map<string, number>();

  function put(value: number, isThere: boolean): void {
    if (rows === values.length) {
      const longer = new Float64Array(values.length * 2);
      longer.set(values);
      values = longer;
    }
    if (!isThere) {
      if (missing === 0) firstMissing = rows;
      missing++;
    }
    values[rows++] = value;
  }

  function addNumber(cell: string): void {
    const number = numberOf(cell, decimal);
    const isThere = !Number.isNaN(number);
    if (!isThere && strange === undefined && !isMissing(cell)) strange = { row: rows, text: cell };
    put(number, isThere);
  }

  function addWord(cell: string): void {
    if (cell === '') {
      put(-1, false);
      return;
    }
    let place = places.get(cell);
    if (place === undefined && places.size < MOST_WORDS) {
      place = places.size;
      places.set(cell, place);
    }
    if (place === undefined) type = 'other';
    put(place ?? -1, true);
  }

  function decide(): void {
    const cells = open!;
    open = undefined;
    const there = cells.filter((cell) => !isMissing(cell));
    const numbers = there.filter((cell) => !Number.isNaN(numberOf(cell, decimal)));
    type = there.length > 0 && numbers.length < there.length / 2 ? 'words' : 'number';
    for (const cell of cells) type === 'number' ? addNumber(cell) : addWord(cell);
  }

  return {
    add(given) {
      const cell = given.trim();
      if (open) {
        open.push(cell);
        if (open.length === UNDECIDED) decide();
      } else if (type === 'number') addNumber(cell);
      else addWord(cell);
    },
    finish() {
      if (open) decide();
      const words = type === 'words' ? [...places.keys()] : [];
      return { name, type, values: values.subarray(0, rows), words, missing, firstMissing, strange };
    },
  };
}
