import * as v from 'valibot';
import { indexAt, type Tensor } from '../base/tensor.ts';
import { rowAt } from './row.ts';
import { leaf, type Schema } from './schema/leaf.ts';
import { nameIn, spellings } from './schema/named.ts';
import { taking } from './schema/takes.ts';

/** Every activation of Keras 3 that keeps its input's shape and needs no arguments. */
export const ACTIVATION_NAMES = [
  'linear',
  'relu',
  'relu6',
  'leaky_relu',
  'elu',
  'selu',
  'celu',
  'gelu',
  'silu',
  'mish',
  'sigmoid',
  'hard_sigmoid',
  'log_sigmoid',
  'sparse_sigmoid',
  'hard_silu',
  'tanh',
  'hard_tanh',
  'tanh_shrink',
  'soft_shrink',
  'hard_shrink',
  'softplus',
  'softsign',
  'squareplus',
  'sparse_plus',
  'exponential',
  'softmax',
  'log_softmax',
  'sparsemax',
] as const;

export type ActivationName = (typeof ACTIVATION_NAMES)[number];

export type ScalarFunction = (x: number) => number;
type RowFunction = (row: readonly number[]) => number[];

/** Keras's constants of `selu`. */
const SELU_ALPHA = 1.6732632423543772;
const SELU_SCALE = 1.0507009873554805;

/**
 * The error function by its all-positive series: 2 / sqrt(pi) * exp(-x²) * sum of 2^n x^(2n+1) / (2n+1)!!
 * (Abramowitz and Stegun 7.1.6).
 */
function erf(x: number): number {
  if (Math.abs(x) > 6) return Math.sign(x);
  let term = x;
  let sum = x;
  for (let n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
    term *= (2 * x * x) / (2 * n + 1);
    sum += term;
  }
  return (2 / Math.sqrt(Math.PI)) * Math.exp(-x * x) * sum;
}

function clip(x: number, low: number, high: number): number {
  return Math.min(Math.max(x, low), high);
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** log(1 + exp(x)) without overflow. */
function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}

function elu(x: number): number {
  return x > 0 ? x : Math.expm1(x);
}

function hardSigmoid(x: number): number {
  return clip(x + 3, 0, 6) / 6;
}

/** What a softmax computes on its way: exp(x - max) of every class, and their sum. */
export function softmaxParts(row: readonly number[]): { max: number; exponentials: number[]; sum: number } {
  const max = row.reduce((largest, x) => Math.max(largest, x), -Infinity);
  const exponentials = row.map((x) => Math.exp(x - max));
  return { max, exponentials, sum: exponentials.reduce((total, part) => total + part, 0) };
}

function softmax(row: readonly number[]): number[] {
  const { exponentials, sum } = softmaxParts(row);
  return exponentials.map((part) => part / sum);
}

function logSoftmax(row: readonly number[]): number[] {
  const { max, sum } = softmaxParts(row);
  return row.map((x) => x - max - Math.log(sum));
}

/**
 * What is above a threshold, after Martins and Astudillo 2016 (algorithm 1), as Keras has it: where they add up the
 * numbers of the support, Keras adds up their running sums, so that the result need not add up to 1.
 */
function sparsemax(row: readonly number[]): number[] {
  let [sum, sums, support] = [0, 0, 0];
  for (const x of [...row].sort((a, b) => b - a)) {
    sum += x;
    if (x - (sum - 1) / (support + 1) <= 0) break;
    sums += sum;
    support++;
  }
  return row.map((x) => Math.max(x - (sums - 1) / support, 0));
}

const SCALARS: Partial<Record<ActivationName, ScalarFunction>> = {
  linear: (x) => x,
  relu: (x) => Math.max(x, 0),
  relu6: (x) => clip(x, 0, 6),
  leaky_relu: (x) => (x > 0 ? x : 0.2 * x),
  elu,
  selu: (x) => SELU_SCALE * (x > 0 ? x : SELU_ALPHA * Math.expm1(x)),
  celu: elu,
  gelu: (x) => 0.5 * x * (1 + erf(x / Math.SQRT2)),
  silu: (x) => x * sigmoid(x),
  mish: (x) => x * Math.tanh(softplus(x)),
  sigmoid,
  hard_sigmoid: hardSigmoid,
  log_sigmoid: (x) => -softplus(-x),
  sparse_sigmoid: (x) => clip((x + 1) / 2, 0, 1),
  hard_silu: (x) => x * hardSigmoid(x),
  tanh: Math.tanh,
  hard_tanh: (x) => clip(x, -1, 1),
  tanh_shrink: (x) => x - Math.tanh(x),
  soft_shrink: (x) => Math.sign(x) * Math.max(Math.abs(x) - 0.5, 0),
  hard_shrink: (x) => (Math.abs(x) > 0.5 ? x : 0),
  softplus,
  softsign: (x) => x / (1 + Math.abs(x)),
  squareplus: (x) => (x + Math.sqrt(x * x + 4)) / 2,
  sparse_plus: (x) => (x >= 1 ? x : x <= -1 ? 0 : (x + 1) ** 2 / 4),
  exponential: Math.exp,
};

const ROWS: Partial<Record<ActivationName, RowFunction>> = {
  softmax,
  log_softmax: logSoftmax,
  sparsemax,
};

/** The activation as a function of one number; undefined for those that look at the whole last axis. */
export function scalarActivation(name: ActivationName): ScalarFunction | undefined {
  return SCALARS[name];
}

/** An activation of one row of numbers, in double precision. */
export function activateRow(row: readonly number[], name: ActivationName): number[] {
  return ROWS[name]?.(row) ?? row.map(SCALARS[name]!);
}

/** Applies an activation cell by cell, or along `axes`. Gives a new tensor of the same shape. */
export function activate(
  { shape, data }: Tensor,
  name: ActivationName,
  axes: readonly number[] = [shape.length - 1],
): Tensor {
  const apply = ROWS[name];
  if (!apply) return mapCells({ shape, data }, SCALARS[name]!);
  const results = new Float32Array(data.length);
  for (let cell = 0; cell < data.length; cell++) {
    const row = rowAt(shape, axes, indexAt(shape, cell));
    // Each row once, from its first cell.
    if (row[0] !== cell) continue;
    const values = apply(row.map((at) => data[at]!));
    row.forEach((at, place) => {
      results[at] = values[place]!;
    });
  }
  return { shape, data: results };
}

/** The tensor with `apply` done to each of its cells. */
export function mapCells(tensor: Tensor, apply: ScalarFunction): Tensor {
  return { shape: tensor.shape, data: tensor.data.map((x) => apply(x)) };
}

const findActivation = spellings(ACTIVATION_NAMES, { swish: 'silu', hard_swish: 'hard_silu' });

/** A layer's `activation` argument: a name in any spelling of Keras, or null for none. */
export function activationSchema(): Schema<ActivationName> {
  const name = nameIn('an activation', ACTIVATION_NAMES, findActivation);
  const none = leaf('null', (): ActivationName => 'linear');
  return taking(
    v.lazy((value) => (value === null ? none : name)),
    { type: 'choice', choices: ACTIVATION_NAMES },
  );
}
