import type { Shape } from '../../base/tensor.ts';

/** What is to be said of a sample. */
export type DatasetTarget =
  /** One of the classes; labels by class number. */
  | { readonly type: 'classes'; readonly classes: readonly string[] }
  /** Numbers, one a name. In `unit` a number is `scale` times what is trained on, plus `offset`; 1 and 0 where left out. */
  | {
      readonly type: 'numbers';
      readonly names: readonly string[];
      readonly unit: string;
      readonly scale?: number;
      readonly offset?: number;
      /** The channel of the sample of which it is a later number, where it is of one. */
      readonly channel?: number;
    }
  /** One of the same classes by each of so many heads. */
  | { readonly type: 'heads'; readonly heads: number; readonly classes: readonly string[] };

/** How the numbers of the samples are kept in the files; all little-endian. */
export type DatasetStorage =
  /** A byte a number, which is that byte / 255. */
  | { readonly type: 'bytes' }
  /** A number is stored * scale + offset; one of each, or one a channel of the last axis. */
  | { readonly type: 'int16'; readonly scale: readonly number[]; readonly offset: readonly number[] }
  /** Whole numbers, as they are: numbers of words. */
  | { readonly type: 'uint16' }
  /** Numbers as they are; only of data that are held in the reader's browser. */
  | { readonly type: 'float32' }
  /**
   * One long series in `series.bin`, int16 `[row, channel]`, scaled as `int16` is, of which each sample is a window of
   * `lookback` rows. Its target is the number of channel `targetChannel` that stands `ahead` rows after its last one.
   * Windows begin one row after another. Those of the training split lie, with their targets, in the rows before
   * `testFrom`; those of the test split, with theirs, in the rows from there on. `of` names the data set whose file it
   * is, where it is another's; `columns` are the file's columns that are the channels, where they are not all.
   */
  | {
      readonly type: 'windows';
      readonly lookback: number;
      readonly ahead: number;
      readonly targetChannel: number;
      readonly scale: readonly number[];
      readonly offset: readonly number[];
      readonly rows: number;
      readonly testFrom: number;
      readonly of?: string;
      readonly columns?: readonly number[];
      /** When the first row was, in ISO 8601, where it is known. */
      readonly start?: string;
    };

/** One channel of the last axis. In `unit` a number is `scale` times what the model sees, plus `offset`; 1 and 0 where left out. */
export interface DatasetChannel {
  readonly name: string;
  readonly unit: string;
  readonly scale?: number;
  readonly offset?: number;
}

/** The `unit` of data sets whose numbers are words of a vocabulary. */
export const WORD = 'word';

/** A data set as the catalogue knows it; the numbers themselves are loaded by the engine. */
export interface DatasetDefinition {
  readonly name: string;
  /**
   * Of one sample: `[row, col, channel]`; `[step, channel]` of a sequence, `[step]` of a text's word numbers,
   * `[feature]` of a vector.
   */
  readonly shape: Shape;
  readonly target: DatasetTarget;
  /** Of the last axis, where they mean something. */
  readonly channels?: readonly DatasetChannel[];
  /** How long one step lasts: `each` of the unit (`s`, `h`, `word`). */
  readonly step?: { readonly unit: string; readonly each: number };
  /** `own`: of the reader. */
  readonly origin: 'recorded' | 'synthesised' | 'generated' | 'written' | 'own';
  readonly storage: DatasetStorage;
  /** Samples there are, by split. */
  readonly available: { readonly train: number; readonly test: number };
  /** Samples taken where the document says nothing. */
  readonly default: { readonly train: number; readonly test: number };
  /** What a number of a sample measures: `intensity`, `word`, or a unit. */
  readonly unit: string;
  /** Of so many samples, the first of the test split, the sound is kept for playing. */
  readonly sounds?: number;
  /** Smallest and largest number of a sample, as the model sees it. */
  readonly range: readonly [number, number];
  /** Where it comes from and how it may be used, as a key of the text catalogue. */
  readonly licence: string;
}
