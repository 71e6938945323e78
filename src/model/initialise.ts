import { initialise } from './initializers.ts';
import type { WeightSpec } from './layers/definition.ts';
import type { Network } from './network.ts';
import type { NamedWeight, Weights } from './trace.ts';

/** The numbers of one fresh weight, piece by piece where it has several. */
function fresh(spec: WeightSpec, seed: number, layer: string): Float32Array {
  if (!spec.pieces) return initialise(spec.initializer, spec, seed, layer, spec.name);
  const pieces = spec.pieces.map((piece, place) =>
    initialise(piece.initializer, piece, seed, layer, spec.name, String(place)),
  );
  return Float32Array.from(pieces.flatMap((piece) => [...piece]));
}

/**
 * Weights for every layer that has any: those given, fresh ones for the others. The same seed gives the same weights,
 * on every platform; each weight draws numbers of its own, so that two layers of one shape differ.
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
    weights.set(
      layer.name,
      layer.weights.map((spec) => ({
        name: spec.name,
        shape: spec.shape,
        data: fresh(spec, seed, layer.name),
      })),
    );
  }
  return weights;
}
