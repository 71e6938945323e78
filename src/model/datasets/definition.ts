import type { Shape } from '../../base/tensor.ts';

/** A bundled data set as the catalogue knows it; the numbers themselves are loaded by the engine. */
export interface DatasetDefinition {
  readonly name: string;
  /** Of one sample, `[row, col, channel]`. */
  readonly shape: Shape;
  /** Labels by class number. */
  readonly classes: readonly string[];
  /** Samples there are, by split. */
  readonly available: { readonly train: number; readonly test: number };
  /** Samples taken where the document says nothing. */
  readonly default: { readonly train: number; readonly test: number };
  /** What a number of a sample measures, as a key of the text catalogue. */
  readonly unit: 'intensity';
  /** Smallest and largest number of a sample, as the model sees it. */
  readonly range: readonly [number, number];
  /** Where it comes from and how it may be used, as a key of the text catalogue. */
  readonly licence: string;
}
