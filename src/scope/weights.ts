import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Network, NetworkLayer } from '../model/network.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import { copyOf, givenTensor, isObject, layerNamed } from './check.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';
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

/** A caller's tensors for one layer, copied and checked against what the layer has. */
function givenWeights(layer: NetworkLayer, given: unknown, path: string): NamedWeight[] {
  const specs = layer.weights;
  if (!Array.isArray(given)) {
    throw new KernelscopeError({
      code: 'type',
      path,
      expected: 'a list of tensors',
      received: printable(given),
    });
  }
  if (given.length !== specs.length) {
    const names = specs.map((spec) => spec.name).join(', ');
    throw new KernelscopeError({
      code: 'shape',
      path,
      expected: specs.length === 0 ? 'no tensors' : `${specs.length} tensors (${names})`,
      received: String(given.length),
      reason: 'given',
    });
  }
  return specs.map((spec, i) => {
    const tensor: unknown = given[i];
    if (isObject(tensor) && tensor.name !== undefined && tensor.name !== spec.name) {
      throw new KernelscopeError({
        code: 'not-found',
        path: `${path}[${i}].name`,
        expected: spec.name,
        received: printable(tensor.name),
        reason: 'weight',
      });
    }
    return { name: spec.name, ...givenTensor(tensor, spec.shape, `${path}[${i}]`) };
  });
}

/** The weights that a document brings along: the complete list of every layer that has any. */
export function weightsOf(network: Network, given: unknown): Weights {
  if (!isObject(given)) {
    throw new KernelscopeError({
      code: 'type',
      path: 'weights',
      expected: 'an object by layer',
      received: printable(given),
    });
  }
  for (const name of Object.keys(given)) layerNamed(network, name, `weights.${name}`);
  const weights = new Map<string, readonly NamedWeight[]>();
  for (const layer of network.layers) {
    const list = Object.hasOwn(given, layer.name) ? given[layer.name] : [];
    const checked = givenWeights(layer, list, `weights.${layer.name}`);
    if (checked.length > 0) weights.set(layer.name, checked);
  }
  return weights;
}

/** The weights in hand, where every layer of `network` finds its own among them. */
export function keptWeights(network: Network, weights: Weights): Weights {
  return weightsOf(network, Object.fromEntries(weights));
}
