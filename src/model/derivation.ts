import { flatIndex, type Tensor } from '../base/tensor.ts';
import type { Derivation, Term } from './layers/definition.ts';
import type { NamedWeight } from './trace.ts';

/** A term with its numbers. */
export interface ValuedTerm {
  readonly term: Term;
  readonly input: number;
  /** What the input is multiplied by: a weight, a factor, for a mean 1 / number of terms; undefined where nothing is. */
  readonly weight: number | undefined;
  /** What the term adds to a sum. */
  readonly product: number;
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
  return derivation.terms.map((term) => {
    const input = term.own ?? numberAt(inputs[term.input]!, term.inputIndex);
    const weight = term.weight ? weightAt(weights, term.weight) : (term.factor ?? share);
    const product = weight === undefined ? input : term.chooses ? weight : input * weight;
    return { term, input, weight, product };
  });
}

/** What is added to the sum of the terms: a bias or a constant. */
export function biasOf(derivation: Derivation, weights: readonly NamedWeight[]): number | undefined {
  return derivation.bias ? weightAt(weights, derivation.bias) : derivation.constant;
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
  if (derivation.reduction === 'min') {
    return terms.reduce((least, term) => Math.min(least, term.input), Infinity);
  }
  if (derivation.reduction === 'product') {
    return terms.reduce((product, term) => product * term.input, 1);
  }
  const sum = terms.reduce((total, { product }) => total + product, 0);
  return sum + (biasOf(derivation, weights) ?? 0);
}
