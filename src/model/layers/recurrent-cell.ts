import type { Shape, Tensor } from '../../base/tensor.ts';
import type { Derivation, GateSum, Term, WeightSpec } from './definition.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';

/** One row of numbers: of the input at a step, or of a state, by unit. */
export type Row = readonly number[];

/** What came before and after the activation, by unit. */
interface GateRow {
  readonly pre: Row;
  readonly value: Row;
}

/** One step of a cell. */
interface CellStep {
  /** The first state is the output. */
  readonly states: readonly Row[];
  readonly gates: Readonly<Record<string, GateRow>>;
}

/** A cell's weights; no bias where the layer has none. */
interface CellWeights {
  readonly kernel: Tensor;
  readonly recurrent: Tensor;
  readonly bias: Tensor | undefined;
}

/** One step with everything that its derivation may need. */
export interface Moment extends CellStep {
  /** Of the input's steps. */
  readonly step: number;
  readonly input: Row;
  readonly before: readonly Row[];
  readonly weights: CellWeights;
}

/** A recurrent cell, plainly: what tells an LSTM from a GRU. */
export interface Cell<C extends RecurrentConfig> {
  /** Keras's letters of its gates, in the order of their blocks of `units` columns in the kernels. */
  readonly gates: readonly string[];
  readonly states: number;
  biasShape(config: C): Shape;
  /** Where the bias is not drawn all at once. */
  biasPieces?(config: C): WeightSpec['pieces'];
  step(config: C, weights: CellWeights, input: Row, states: readonly Row[]): CellStep;
  /** What gate number `block` of a unit adds up. */
  sum(config: C, moment: Moment, block: number, unit: number): Omit<GateSum, 'gate' | 'column'>;
  /** How the unit's output comes about; `place` is the index of a unit's output in this step and in the one before. */
  derive(
    config: C,
    moment: Moment,
    unit: number,
    place: (unit: number, back: 0 | 1) => readonly number[],
  ): Derivation;
}

/** Row times the columns from `first` to before `last` of a matrix. */
export function timesMatrix(row: Row, matrix: Tensor, first: number, last: number): number[] {
  const columns = matrix.shape[1]!;
  const sums = new Float64Array(last - first);
  // Row by row, as the matrix lies in memory: long sequences are unrolled while someone looks.
  for (let at = 0; at < row.length; at++) {
    const value = row[at]!;
    const start = at * columns + first;
    for (let column = 0; column < sums.length; column++)
      sums[column]! += value * matrix.data[start + column]!;
  }
  return Array.from(sums);
}

/** Block `block` of a row of several blocks of `units` numbers. */
export function blockOf(row: Row, block: number, units: number): Row {
  return row.slice(block * units, (block + 1) * units);
}

/** What gate number `block` of a unit adds up where its columns are multiplied by the input and the hidden state. */
export function plainSum(
  { units }: RecurrentConfig,
  { before, gates, weights }: Moment,
  gate: string,
  block: number,
  unit: number,
): Pick<GateSum, 'hidden' | 'bias' | 'pre' | 'value'> {
  const bias = weights.bias?.data[block * units + unit];
  const { pre, value } = gates[gate]!;
  return { hidden: before[0]!, ...(bias !== undefined && { bias }), pre: pre[unit]!, value: value[unit]! };
}

/** The sum of rows of one length, number by number. */
export function addRows(...rows: readonly Row[]): Row {
  return rows[0]!.map((_, at) => rows.reduce((sum, row) => sum + row[at]!, 0));
}

/** A number that the layer itself computed, as a term of its output. */
export function ownTerm(own: number, inputIndex: readonly number[], factor?: number): Term {
  return { input: 0, inputIndex, own, ...(factor !== undefined && { factor }) };
}

/** All cells of `count` steps. */
export function cellsOf(first: number, count: number, features: number): number[][] {
  return Array.from({ length: count * features }, (_, at) => [
    first + Math.floor(at / features),
    at % features,
  ]);
}
