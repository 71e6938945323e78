import type { Shape } from '../../base/tensor.ts';
import type { DatasetChannel, DatasetTarget } from '../../model/datasets/definition.ts';

/** What data become by one reading, before they are written out: cheap to make and to look at. */
export interface Plan {
  readonly shape: Shape;
  readonly target: DatasetTarget;
  readonly channels?: readonly DatasetChannel[];
  readonly step?: { readonly unit: string; readonly each: number };
  /** Samples to train and to test, by their number. */
  readonly train: ArrayLike<number>;
  readonly test: ArrayLike<number>;
  /** What was done, in sentences. */
  readonly notes: readonly string[];
  /** Writes a sample's numbers at `into[start…]`. */
  write(sample: number, into: Float32Array, start: number): void;
  /** Writes what is to be said of it: a class number, one a head, or numbers. */
  writeTargets(sample: number, into: Float32Array, start: number): void;
  /** Where a sample comes from: `line 12`. */
  placeOf(sample: number): string;
}
