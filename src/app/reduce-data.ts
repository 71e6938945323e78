import { sameJson } from '../base/json.ts';
import { isCustom } from '../model/datasets/custom.ts';
import { digits } from '../model/examples/digits.ts';
import { admit } from '../model/gate.ts';
import { minimise } from '../model/normalise.ts';
import type { Weights } from '../model/trace.ts';
import type { Opening } from '../scope/open.ts';
import { keptWeights } from '../scope/weights.ts';

/** Samples of a split that lie in one file: see `engine/data/files.ts`. */
const ONE_FILE = 1000;

/**
 * The opening with no more samples than lie in one file of each split. The default document keeps the weights that are
 * `shipped` with it, where they can be had.
 */
export async function withReducedData(opening: Opening, shipped: () => Promise<Weights>): Promise<Opening> {
  const { dataset } = opening.document;
  if (isCustom(dataset) || (dataset.train <= ONE_FILE && dataset.test <= ONE_FILE)) return opening;
  const reduced = {
    ...dataset,
    train: Math.min(dataset.train, ONE_FILE),
    test: Math.min(dataset.test, ONE_FILE),
  };
  const { document, network } = admit(minimise({ ...opening.document, dataset: reduced }));
  const weights = opening.weights ?? (await weightsOf(opening, shipped));
  return { ...opening, document, network, weights };
}

async function weightsOf({ document, network }: Opening, shipped: () => Promise<Weights>) {
  if (!sameJson(minimise(document), minimise(admit(digits).document))) return undefined;
  try {
    return { tensors: keptWeights(network, await shipped()), provenance: 'shipped' } as const;
  } catch {
    return undefined;
  }
}
