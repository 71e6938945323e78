import * as v from 'valibot';
import {
  Fault,
  leaf,
  listOf,
  numberWithin,
  object,
  oneOf,
  type Schema,
  text,
  truth,
  wholeNumber,
} from '../schema/leaf.ts';

/** Columns, classes or channels that are listed by name. */
export const MOST_COLUMNS = 2000;
const LONGEST_NAME = 200;

/** One of a few characters. */
function signOf<const T extends string>(signs: readonly T[]): Schema<T> {
  return leaf(`one of ${signs.map((sign) => JSON.stringify(sign)).join(', ')}`, (value) => {
    if (typeof value !== 'string') return new Fault('type');
    return signs.find((sign) => sign === value) ?? new Fault('range');
  });
}

/** How files become samples; what is left out is chosen by what is in them. */
export interface Reading {
  /** Of a table of text. A blank stands for any run of blanks. */
  readonly delimiter?: ',' | ';' | '\t' | '|' | ' ' | undefined;
  readonly decimal?: '.' | ',' | undefined;
  /** Whether the first row names the columns. */
  readonly header?: boolean | undefined;
  /** Columns that the model sees. */
  readonly columns?: readonly string[] | undefined;
  /** Column of what is to be said. */
  readonly target?: string | undefined;
  readonly targetType?: 'classes' | 'numbers' | undefined;
  /** Column of whose rows these are: no window has rows of two, and nobody is in both splits; empty for none. */
  readonly group?: string | undefined;
  /** Whether a sample is a window of so many rows, one row, or one row whose columns are steps. */
  readonly samples?: 'windows' | 'rows' | 'series' | undefined;
  /** Rows of a window, from one window to the next, and from its last to that of a number that is forecast. */
  readonly length?: number | undefined;
  readonly step?: number | undefined;
  readonly ahead?: number | undefined;
  /** Names of arrays. */
  readonly inputs?: string | undefined;
  readonly outputs?: string | undefined;
  /** Of sounds: what the model sees, how many seconds are a sample, what their classes are called by. */
  readonly features?: 'log-mel' | 'mfcc' | 'wave' | undefined;
  readonly seconds?: number | undefined;
  readonly classesFrom?: 'folders' | 'names' | undefined;
  /** Brings the training part to mean 0 and deviation 1. */
  readonly standardize?: boolean | undefined;
  /** Share of the samples that is kept to test, where the files don't say. */
  readonly testShare?: number | undefined;
  /** Of the split. */
  readonly seed?: number | undefined;
}

const name = text(LONGEST_NAME);

/** An empty object is the usual reading. */
export const readingSchema: Schema<Reading> = object({
  delimiter: v.optional(signOf([',', ';', '\t', '|', ' '])),
  decimal: v.optional(signOf(['.', ','])),
  header: v.optional(truth()),
  columns: v.optional(listOf(name, MOST_COLUMNS)),
  target: v.optional(name),
  targetType: v.optional(oneOf(['classes', 'numbers'])),
  group: v.optional(name),
  samples: v.optional(oneOf(['windows', 'rows', 'series'])),
  length: v.optional(wholeNumber(1, 100_000)),
  step: v.optional(wholeNumber(1, 1_000_000)),
  ahead: v.optional(wholeNumber(0, 100_000)),
  inputs: v.optional(name),
  outputs: v.optional(name),
  features: v.optional(oneOf(['log-mel', 'mfcc', 'wave'])),
  seconds: v.optional(numberWithin({ above: 0, most: 60 })),
  classesFrom: v.optional(oneOf(['folders', 'names'])),
  standardize: v.optional(truth()),
  testShare: v.optional(numberWithin({ above: 0, below: 1 })),
  seed: v.optional(wholeNumber(0, 2 ** 32 - 1)),
});
