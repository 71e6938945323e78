import type { Shape, Tensor } from '../base/tensor.ts';
import { forward } from '../model/forward.ts';
import { admit } from '../model/gate.ts';
import { initialWeights } from '../model/initialise.ts';
import type { LayerKind } from '../model/layers/kinds.ts';
import type { Network, NetworkLayer } from '../model/network.ts';
import type { Trace } from '../model/trace.ts';
import type { GivenTensor } from '../scope/scope.ts';

/** A layer of a document, as short as it may be; its name is Keras's. */
export function layer(class_name: LayerKind, config: object = {}): object {
  return { class_name, config };
}

/** A document of layers one after another. Its title says what they are in every language. */
export function stackOf(
  title: string,
  input_shape: Shape,
  layers: readonly object[],
  dataset = 'mnist',
): Record<string, unknown> {
  return { kernelscope: 1, title, seed: 1, dataset: { name: dataset }, model: { input_shape, layers } };
}

/** What follows from a document. */
export function networkOf(document: unknown): Network {
  return admit(document).network;
}

/** The last layer of a document's model. */
export function lastOf(document: unknown): NetworkLayer {
  return networkOf(document).layers.at(-1)!;
}

/** Indices of the input cells that an output cell of a layer reads, in the order of its terms. */
export function readsOf(
  { definition, config, inputShapes }: NetworkLayer,
  index: readonly number[],
): readonly (readonly number[])[] {
  return definition.derive(config, inputShapes, index).terms.map(({ inputIndex }) => inputIndex);
}

/** Gives all outputs of a document for an input: by the weights given, those of other layers fresh from the seed. */
export function modelOf(
  document: unknown,
  given: Readonly<Record<string, readonly GivenTensor[]>> = {},
): (input: Tensor) => Trace {
  const { document: complete, network } = admit(document);
  const named = Object.entries(given).map(([name, tensors]) => {
    const specs = network.byName.get(name)!.weights;
    const own = tensors.map(({ shape, data }, at) => ({
      name: specs[at]!.name,
      shape,
      data: Float32Array.from(data),
    }));
    return [name, own] as const;
  });
  const weights = initialWeights(network, complete.seed, new Map(named));
  return (input) => forward(network, weights, input);
}

/** All outputs of a document for one input. */
export function traceOf(
  document: unknown,
  input: Tensor,
  given?: Readonly<Record<string, readonly GivenTensor[]>>,
): Trace {
  return modelOf(document, given)(input);
}

/** A tensor of these numbers. */
export function tensorOf(shape: Shape, numbers: readonly number[]): Tensor {
  return { shape, data: Float32Array.from(numbers) };
}
