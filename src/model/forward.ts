import { indexAt, sizeOf, type Tensor } from '../base/tensor.ts';
import { activate, mapCells } from './activations.ts';
import { combine, termsOf } from './derivation.ts';
import { INPUT_NAME, type Network, type NetworkLayer } from './network.ts';
import type { LayerTrace, NamedWeight, Trace, Weights } from './trace.ts';

function preActivation(
  layer: NetworkLayer,
  inputs: readonly Tensor[],
  weights: readonly NamedWeight[],
): Tensor {
  const data = new Float32Array(sizeOf(layer.outputShape));
  for (let cell = 0; cell < data.length; cell++) {
    const derivation = layer.definition.derive(
      layer.config,
      layer.inputShapes,
      indexAt(layer.outputShape, cell),
    );
    data[cell] = combine(derivation, termsOf(derivation, inputs, weights), weights);
  }
  return { shape: layer.outputShape, data };
}

function layerForward(
  layer: NetworkLayer,
  inputs: readonly Tensor[],
  weights: readonly NamedWeight[],
): LayerTrace {
  const pre = preActivation(layer, inputs, weights);
  const name = layer.definition.activation(layer.config);
  if (name === 'linear') return { output: pre };
  const own = layer.definition.activationFunction?.(layer.config);
  return { pre, output: own ? mapCells(pre, own) : activate(pre, name) };
}

/**
 * All outputs for one input, cell by cell from each layer's `derive`: slow and obvious. It is what faster
 * implementations are measured against. Sums are kept in double precision, outputs in single.
 */
export function forward(network: Network, weights: Weights, input: Tensor): Trace {
  const layers = new Map<string, LayerTrace>();
  for (const layer of network.layers) {
    const inputs = layer.inputs.map((name) => (name === INPUT_NAME ? input : layers.get(name)!.output));
    layers.set(layer.name, layerForward(layer, inputs, weights.get(layer.name) ?? []));
  }
  return { input, layers };
}
