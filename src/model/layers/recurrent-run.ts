import { sameJson } from '../../base/json.ts';
import type { Tensor } from '../../base/tensor.ts';
import type { LayerValues } from './definition.ts';
import type { RecurrentConfig } from './recurrent-arguments.ts';
import type { Cell, Moment, Row } from './recurrent-cell.ts';

function rowsOf({ shape, data }: Tensor): Row[] {
  const length = shape.at(-1)!;
  return Array.from({ length: data.length / length }, (_, row) => [
    ...data.subarray(row * length, (row + 1) * length),
  ]);
}

/** All steps, in the order in which they are taken. */
export function runOf<C extends RecurrentConfig>(
  cell: Cell<C>,
  config: C,
  { inputs, weights }: LayerValues,
): Moment[] {
  const [kernel, recurrent, bias] = [weights[0]!, weights[1]!, weights[2]];
  const rows = rowsOf(inputs[0]!);
  const given = inputs.slice(1).map((state) => [...state.data]);
  const zero = new Array<number>(config.units).fill(0);
  let states: readonly Row[] = given.length > 0 ? given : new Array<Row>(cell.states).fill(zero);
  return rows.map((_, at) => {
    const step = config.go_backwards ? rows.length - 1 - at : at;
    const before = states;
    const taken = cell.step(config, { kernel, recurrent, bias }, rows[step]!, before);
    states = taken.states;
    return { ...taken, step, input: rows[step]!, before, weights: { kernel, recurrent, bias } };
  });
}

interface Kept {
  readonly cell: object;
  readonly config: object;
  readonly values: LayerValues;
  readonly moments: readonly Moment[];
}

/** By kernel: one number after another is asked for, and each would be a whole run. */
const kept = new WeakMap<Float32Array, Kept>();

function sameNumbers(one: readonly Tensor[], other: readonly Tensor[]): boolean {
  // Arrays of a trace or of weights are never changed in place.
  const same = (a: Float32Array, b: Float32Array) =>
    a.buffer === b.buffer && a.byteOffset === b.byteOffset && a.length === b.length;
  return one.length === other.length && one.every(({ data }, at) => same(data, other[at]!.data));
}

/** As `runOf`, for numbers that are looked at: the last run of these weights is kept. */
export function lookedAt<C extends RecurrentConfig>(
  cell: Cell<C>,
  config: C,
  values: LayerValues,
): readonly Moment[] {
  const key = values.weights[0]!.data;
  const known = kept.get(key);
  if (
    known?.cell === cell &&
    sameJson(known.config, config) &&
    sameNumbers(known.values.weights, values.weights) &&
    sameNumbers(known.values.inputs, values.inputs)
  )
    return known.moments;
  const moments = runOf(cell, config, values);
  kept.set(key, { cell, config, values, moments });
  return moments;
}
