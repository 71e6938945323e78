import { initialise } from './initializers.ts';
import type { Network } from './network.ts';
import type { NamedWeight, Weights } from './trace.ts';

/**
 * Weights for every layer that has any: those given, fresh ones for the others. The same seed gives the same weights, on every platform; each weight
 * draws numbers of its own, so that two layers of one shape differ.
 */
export function initialWeights(network: Network, seed: number, given: Weights = new Map()): Weights {
  const weights = new Map<string, readonly NamedWeight[]>();
  for (const layer of network.layers) {
    if (layer.weights.length === 0) continue;
    const known = given.get(layer.name);
    if (known) {
      weights.set(layer.name, known);
      continue;
    }
    const fresh = layer.weights.map((spec) => ({
      name: spec.name,
      shape: spec.shape,
      data: initialise(spec.initializer, spec, seed, layer.name, spec.name),
    }));
    weights.set(layer.name, fresh);
  }
  return weights;
}
