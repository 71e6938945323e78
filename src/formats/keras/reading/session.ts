import type { Budget } from '../python/budget.ts';
import type { Place } from '../python/fault.ts';
import { PyTuple, type Thing, type Value } from '../python/values.ts';
import type { PythonContext } from './context.ts';
import type { Findings } from './findings.ts';

/** What one reading collects while the code runs. */
export interface Session {
  readonly context: PythonContext;
  readonly findings: Findings;
  readonly budget: Budget;
  /** Models in the order in which they were made. */
  readonly models: Thing[];
  /** The data set that the code itself loads. */
  dataset: string | undefined;
  /** Rows that the code takes of it. */
  /** Without the batch axis; throws where the model does not stand yet. */
  shapeOf(tensor: Thing, place: Place): readonly (number | null)[];
  readonly rows: { train?: number; test?: number };
  seed: number | undefined;
  /** Numbers given to layers and tensors, in the order in which they are made. */
  next(): number;
  /** Says that this value is the data set's. */
  fromData(place: Place, value: Value): void;
  /** Says that the code's data are the page's. */
  usesData(place: Place): void;
  /** Says that what begins with this name is not run. */
  leftOut(root: string, place: Place): void;
  /** What a name of the data means. */
  meant(name: string, place: Place): Value | undefined;
}

/** A value of the data as a note says it. */
export function shownValue(value: Value): string | number {
  return value instanceof PyTuple ? `(${value.items.join(', ')})` : (value as number);
}
