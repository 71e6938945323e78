import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import type { Network, NetworkLayer } from '../model/network.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import { givenTensor, isObject, layerNamed } from './check.ts';

/** A caller's tensors for one layer, copied and checked against what the layer has. */
export function givenWeights(layer: NetworkLayer, given: unknown, path: string): NamedWeight[] {
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
