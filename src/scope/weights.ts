import type { Network } from '../model/network.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import { copyOf, layerNamed } from './check.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';
import { givenWeights, weightsOf } from './given-weights.ts';
import { refuseDuringRun } from './run.ts';

/** Copies of a layer's weights; none for a layer that has none. */
export async function getWeights({ stores, queue }: Context, name: string): Promise<NamedWeight[]> {
  return queue(async () => {
    layerNamed(stores.document.getState().network, name);
    return (stores.trace.getState().weights.get(name) ?? []).map((weight) => ({
      name: weight.name,
      ...copyOf(weight),
    }));
  });
}

export async function setWeights(context: Context, name: string, given: unknown): Promise<void> {
  const { engine, stores, queue } = context;
  return queue(async () => {
    const layer = layerNamed(stores.document.getState().network, name);
    const weights = givenWeights(layer, given, 'tensors');
    refuseDuringRun(context, 'setWeights');
    const trace = await engine.setWeights(name, weights);
    stores.trace.setState((state) => ({
      trace,
      weights: new Map(state.weights).set(name, weights),
      provenance: 'set',
    }));
    emitTrace(context);
  });
}

/** The weights in hand, where every layer of `network` finds its own among them. */
export function keptWeights(network: Network, weights: Weights): Weights {
  return weightsOf(network, Object.fromEntries(weights));
}
