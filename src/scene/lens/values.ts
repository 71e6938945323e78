import { flatIndex } from '../../base/tensor.ts';
import { type ScalarFunction, scalarActivation } from '../../model/activations.ts';
import type { NamedWeight } from '../../model/trace.ts';
import type { LensContext } from './request.ts';

/** A layer's weight by its name in Keras. */
export function weightNamed({ weights, layer }: LensContext, name: string): NamedWeight | undefined {
  return weights.get(layer)?.find((weight) => weight.name === name);
}

export function outputValue({ traced, index }: LensContext): number {
  return traced.output.data[flatIndex(traced.output.shape, index)]!;
}

/** Before the activation; the output where nothing is applied. */
export function preValue({ traced, index }: LensContext): number {
  const tensor = traced.pre ?? traced.output;
  return tensor.data[flatIndex(tensor.shape, index)]!;
}

/** Name of the layer's own activation, and the function where it is one of a single number. */
export function activationOf({ node }: LensContext): { name: string; apply: ScalarFunction | undefined } {
  const name = node.definition.activation(node.config);
  // With arguments of its own the function is the layer's, not the one that the name stands for.
  const own = node.definition.activationFunction?.(node.config);
  return own ? { name: node.kind, apply: own } : { name, apply: scalarActivation(name) };
}

/** Positions of the `count` largest values by size, largest first. */
export function strongestOf(values: ArrayLike<number>, count: number): number[] {
  const found: number[] = [];
  for (let at = 0; at < values.length; at++) {
    const size = Math.abs(values[at]!);
    if (found.length === count && size <= Math.abs(values[found.at(-1)!]!)) continue;
    let place = found.length;
    while (place > 0 && Math.abs(values[found[place - 1]!]!) < size) place--;
    found.splice(place, 0, at);
    if (found.length > count) found.pop();
  }
  return found;
}
