import type { Tensor } from '../base/tensor.ts';
import { layerForward } from './layer-forward.ts';
import type { Network } from './network.ts';
import { readTrace } from './read-trace.ts';
import type { LayerTrace, Trace, Weights } from './trace.ts';

/**
 * All outputs for one input, cell by cell from each layer's `derive`: slow and obvious. It is what faster
 * implementations are measured against. Sums are kept in double precision, outputs in single.
 */
export function forward(network: Network, weights: Weights, input: Tensor): Trace {
  const layers = new Map<string, LayerTrace>();
  for (const layer of network.layers) {
    const inputs = layer.inputs.map((name) => readTrace({ input, layers }, name)!);
    layers.set(
      layer.name,
      layerForward(layer.definition, layer.config, { inputs, weights: weights.get(layer.name) ?? [] }),
    );
  }
  return { input, layers };
}
