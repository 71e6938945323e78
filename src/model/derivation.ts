import { flatIndex, type Tensor } from '../base/tensor.ts';
import type { Derivation, Term } from './layers/definition.ts';
import type { NamedWeight } from './trace.ts';

/** A term with its numbers. */
export interface ValuedTerm {
  readonly term: Term;
  readonly input: number;
  /** What the input is multiplied by; for a mean 1 / number of terms; undefined where nothing is. */
  readonly weight: number | undefined;
}

function numberAt(tensor: Tensor, index: readonly number[]): number {
  return tensor.data[flatIndex(tensor.shape, index)]!;
}

function weightAt(
  weights: readonly NamedWeight[],
  place: { name: string; index: readonly number[] },
): number {
  const weight = weights.find((candidate) => candidate.name === place.name);
  if (!weight) throw new RangeError(`no weight ${place.name}`);
  return numberAt(weight, place.index);
}

/** The terms of one output number, filled in from the layer's inputs and weights. */
export function termsOf(
  derivation: Derivation,
  inputs: readonly Tensor[],
  weights: readonly NamedWeight[],
): ValuedTerm[] {
  const share = derivation.reduction === 'mean' ? 1 / derivation.terms.length : undefined;
  return derivation.terms.map((term) => ({
    term,
    input: numberAt(inputs[term.input]!, term.inputIndex),
    weight: term.weight ? weightAt(weights, term.weight) : share,
  }));
}

export function biasOf(derivation: Derivation, weights: readonly NamedWeight[]): number | undefined {
  return derivation.bias ? weightAt(weights, derivation.bias) : undefined;
}

/** The number that the terms make, before the activation. */
export function combine(
  derivation: Derivation,
  terms: readonly ValuedTerm[],
  weights: readonly NamedWeight[],
): number {
  if (derivation.reduction === 'max') {
    return terms.reduce((largest, term) => Math.max(largest, term.input), -Infinity);
  }
  const sum = terms.reduce(
    (total, { input, weight }) => total + (weight === undefined ? input : input * weight),
    0,
  );
  return sum + (biasOf(derivation, weights) ?? 0);
}
