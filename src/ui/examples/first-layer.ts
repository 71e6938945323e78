import { createRandom } from '../../base/random.ts';
import { sizeOf, type Tensor } from '../../base/tensor.ts';
import { openDataset } from '../../engine/data/dataset.ts';
import { findDataset } from '../../model/datasets/registry.ts';
import type { Example, ExampleDocument } from '../../model/examples/example.ts';
import { forward } from '../../model/forward.ts';
import { admit } from '../../model/gate.ts';
import { initialWeights } from '../../model/initialise.ts';
import type { Network } from '../../model/network.ts';
import type { Trace, Weights } from '../../model/trace.ts';

/** The document cut down to its first layer; where no weights come with it, to one filter of that. */
function cut({ document, weights }: Example): ExampleDocument {
  const { network, document: whole } = admit(document);
  const [first] = whole.model.layers;
  const { filters } = first!.config as { readonly filters?: number };
  const config = { ...first!.config, ...(filters !== undefined && !weights && { filters: 1 }) };
  return {
    ...document,
    model: { input_shape: network.inputShape, layers: [{ ...first, config }] },
    view: {},
  };
}

function weightsOf({ weights }: Example, network: Network, seed: number): Weights {
  const [layer] = network.layers;
  const given = weights?.[layer!.name];
  if (!given) return initialWeights(network, seed);
  return new Map([
    [
      layer!.name,
      layer!.weights.map(({ name, shape }, at) => ({
        name,
        shape,
        data: Float32Array.from(given[at]!.data),
      })),
    ],
  ]);
}

/** Its probe, a sample of its data where they fit, or seeded noise. */
async function inputOf(
  { probe }: Example,
  { inputShape }: Network,
  dataset: string,
  baseUrl: string,
): Promise<Tensor> {
  if (probe) return { shape: probe.shape, data: Float32Array.from(probe.data) };
  if (String(findDataset(dataset)!.shape) !== String(inputShape)) {
    const random = createRandom(1, 'example');
    return {
      shape: inputShape,
      data: Float32Array.from({ length: sizeOf(inputShape) }, () => random.uniform()),
    };
  }
  return (await openDataset(findDataset(dataset)!, baseUrl).sample('test', 0)).input;
}

/** An example's first layer, run on its probe or on the first picture of its data set. Rejects where that is not there. */
export async function firstLayer(
  example: Example,
  baseUrl: string,
): Promise<{ readonly network: Network; readonly trace: Trace }> {
  const { document, network } = admit(cut(example));
  const input = await inputOf(example, network, document.dataset.name, baseUrl);
  return { network, trace: forward(network, weightsOf(example, network, document.seed), input) };
}
