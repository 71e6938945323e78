import type { Tensor } from '../base/tensor.ts';
import { INPUT_NAME, type Network } from '../model/network.ts';
import type { Trace } from '../model/trace.ts';
import { copyOf, layerNamed } from './check.ts';

/** Outputs (or pre-activations) of a trace, copied, by layer name; all layers where none is named. */
export function activationsOf(
  network: Network,
  trace: Trace,
  name: string | undefined,
  pre: boolean,
): Record<string, Tensor> {
  if (name === INPUT_NAME) return { [INPUT_NAME]: copyOf(trace.input) };
  const layers = name === undefined ? network.layers : [layerNamed(network, name)];
  return Object.fromEntries(
    layers.map((layer) => {
      const traced = trace.layers.get(layer.name)!;
      return [layer.name, copyOf(pre ? (traced.pre ?? traced.output) : traced.output)];
    }),
  );
}
