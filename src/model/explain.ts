import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { flatIndex, indexAt, type Tensor } from '../base/tensor.ts';
import { softmaxParts } from './activations.ts';
import { biasOf, combine, termsOf, type ValuedTerm } from './derivation.ts';
import type { Operation, RecurrentGates } from './layers/definition.ts';
import type { Network, NetworkLayer } from './network.ts';
import { readTrace } from './read-trace.ts';
import { rowAt } from './row.ts';
import type { NamedWeight, Trace, Weights } from './trace.ts';

export interface ExplanationTerm {
  /** Layer that the input cell belongs to, or `input`; the layer itself where the number is one of its own. */
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
   * the candidates, of which the output is the largest. `activation`, `identity`: one term, or none in a frame of
   * zeros. `scale`, `resize`: products with computed numbers. `add`, `subtract`, `average`, `multiply`, `maximum`,
   * `minimum`: a number of each input. `lookup`: the input chooses the weight, which is the product. `recurrent`:
   * numbers of the layer itself, of which `gates` tells more.
   */
  readonly op: Operation;
  readonly terms: readonly ExplanationTerm[];
  readonly bias?: number;
  /** Where the layer has weights or an activation: what goes into the activation. */
  readonly pre_activation?: number;
  readonly activation?: string;
  /** As it was traced. */
  readonly output: number;
  /** Of a recurrent layer: its gates and states at the step. */
  readonly gates?: RecurrentGates;
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

function publicTerm(layer: NetworkLayer, { term, input, weight, product }: ValuedTerm): ExplanationTerm {
  return {
    input_layer: term.own === undefined ? layer.inputs[term.input]! : layer.name,
    input_index: term.inputIndex,
    input,
    ...(term.weight ? { weight_index: term.weight.index } : {}),
    ...(weight === undefined ? {} : { weight, product }),
  };
}

/** What a softmax sees: the pre-activations along its axes, of which `index` is one cell. */
function softmaxRow(
  layer: NetworkLayer,
  pre: Tensor | undefined,
  inputs: readonly Tensor[],
  weights: readonly NamedWeight[],
  index: readonly number[],
): number[] {
  const { definition, config, inputShapes, outputShape } = layer;
  const axes = definition.activationAxes?.(config, inputShapes) ?? [outputShape.length - 1];
  return rowAt(outputShape, axes, index).map((position) => {
    if (pre) return pre.data[position]!;
    const values = { inputs, weights };
    const derivation = definition.derive(config, inputShapes, indexAt(outputShape, position), values);
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
  if (!layer || !traced)
    throw notFound('layer', network.layers.map(({ name }) => name).join(', '), layerName);
  checkIndex(layer, index);
  const { definition, config, inputShapes } = layer;
  const inputs = layer.inputs.map((name) => readTrace(trace, name)!);
  const own = weights.get(layerName) ?? [];
  const values = { inputs, weights: own };
  const derivation = definition.derive(config, inputShapes, index, values);
  const gates = definition.gates?.(config, values, index);
  const terms = termsOf(derivation, inputs, own);
  const bias = biasOf(derivation, own);
  const activation = definition.activation(config);
  const activates = layer.weights.length > 0 || definition.operation === 'activation';
  return {
    op: definition.operationOf?.(config) ?? definition.operation,
    terms: terms.map((term) => publicTerm(layer, term)),
    ...(bias === undefined ? {} : { bias }),
    ...(activates ? { pre_activation: combine(derivation, terms, own), activation } : {}),
    output: traced.output.data[flatIndex(layer.outputShape, index)]!,
    ...(gates && { gates }),
    ...(activation === 'softmax'
      ? { softmax: softmaxParts(softmaxRow(layer, traced.pre, inputs, own, index)) }
      : {}),
  };
}
