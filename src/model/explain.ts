import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { flatIndex, type Tensor } from '../base/tensor.ts';
import { softmaxParts } from './activations.ts';
import { biasOf, combine, termsOf, type ValuedTerm } from './derivation.ts';
import type { Operation } from './layers/definition.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from './network.ts';
import type { NamedWeight, Trace, Weights } from './trace.ts';

export interface ExplanationTerm {
  /** Layer that the input cell belongs to, or `input`. */
  readonly input_layer: string;
  readonly input_index: readonly number[];
  readonly input: number;
  /** Index into the layer's kernel. */
  readonly weight_index?: readonly number[];
  /** What the input is multiplied by; for an average, 1 / number of terms. */
  readonly weight?: number;
  readonly product?: number;
}

/** How one output number comes about. Padding adds no terms. */
export interface Explanation {
  /**
   * `conv`, `dense`: products, their sum, the bias. `average_pool`: products with 1 / number of terms. `max_pool`:
   * the candidates, of which the output is the largest. `activation`, `identity`: one term.
   */
  readonly op: Operation;
  readonly terms: readonly ExplanationTerm[];
  readonly bias?: number;
  /** Where the layer has weights or an activation: what goes into the activation. */
  readonly pre_activation?: number;
  readonly activation?: string;
  /** As it was traced. */
  readonly output: number;
  /** For a softmax: exp(pre - max) of every class and their sum. */
  readonly softmax?: { readonly max: number; readonly exponentials: readonly number[]; readonly sum: number };
}

function notFound(path: 'layer' | 'index', expected: string, received: unknown): KernelscopeError {
  return new KernelscopeError({
    code: 'not-found',
    path,
    expected,
    received: printable(received),
    reason: path,
  });
}

function checkIndex(layer: NetworkLayer, index: readonly number[]): void {
  const shape = layer.outputShape;
  const inside =
    Array.isArray(index) &&
    index.length === shape.length &&
    shape.every((size, axis) => Number.isInteger(index[axis]) && index[axis]! >= 0 && index[axis]! < size);
  if (!inside) throw notFound('index', `an index into ${printable(shape)}`, index);
}

function publicTerm(layer: NetworkLayer, { term, input, weight }: ValuedTerm): ExplanationTerm {
  return {
    input_layer: layer.inputs[term.input]!,
    input_index: term.inputIndex,
    input,
    ...(term.weight ? { weight_index: term.weight.index } : {}),
    ...(weight === undefined ? {} : { weight, product: input * weight }),
  };
}

/** What a softmax sees: the pre-activations along the last axis, of which `index` is one cell. */
function softmaxRow(
  layer: NetworkLayer,
  pre: Tensor | undefined,
  inputs: readonly Tensor[],
  weights: readonly NamedWeight[],
  index: readonly number[],
): number[] {
  return Array.from({ length: layer.outputShape.at(-1)! }, (_, channel) => {
    const cell = [...index.slice(0, -1), channel];
    if (pre) return pre.data[flatIndex(pre.shape, cell)]!;
    const derivation = layer.definition.derive(layer.config, layer.inputShapes, cell);
    return combine(derivation, termsOf(derivation, inputs, weights), weights);
  });
}

/**
 * Explains output cell `index` (`[row, col, channel]` or `[unit]`) of `layer` from a trace and the weights that
 * made it. Throws `KernelscopeError` `not-found` for a layer or an index that there is not.
 */
export function explain(
  network: Network,
  trace: Trace,
  weights: Weights,
  layerName: string,
  index: readonly number[],
): Explanation {
  const layer = network.byName.get(layerName);
  const traced = trace.layers.get(layerName);
  if (!layer || !traced) throw notFound('layer', 'the name of a layer', layerName);
  checkIndex(layer, index);
  const { definition, config, inputShapes } = layer;
  const inputs = layer.inputs.map((name) =>
    name === INPUT_NAME ? trace.input : trace.layers.get(name)!.output,
  );
  const own = weights.get(layerName) ?? [];
  const derivation = definition.derive(config, inputShapes, index);
  const terms = termsOf(derivation, inputs, own);
  const bias = biasOf(derivation, own);
  const activation = definition.activation(config);
  const activates = layer.weights.length > 0 || definition.operation === 'activation';
  return {
    op: definition.operation,
    terms: terms.map((term) => publicTerm(layer, term)),
    ...(bias === undefined ? {} : { bias }),
    ...(activates ? { pre_activation: combine(derivation, terms, own), activation } : {}),
    output: traced.output.data[flatIndex(layer.outputShape, index)]!,
    ...(activation === 'softmax'
      ? { softmax: softmaxParts(softmaxRow(layer, traced.pre, inputs, own, index)) }
      : {}),
  };
}
