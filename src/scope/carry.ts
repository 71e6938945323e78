import type { Network } from '../model/network.ts';
import type { NamedWeight, Weights } from '../model/trace.ts';
import { sameShape } from './check.ts';

/** New names of layers, by their old ones. */
export type Renamed = Readonly<Record<string, string>>;

interface Carried {
  /** Of the new network's layers, those that find their weights again. */
  readonly carried: Weights;
  /** What is left over, by the old names. */
  readonly lost: Weights;
  /** Whether every layer that has weights found them. */
  readonly complete: boolean;
}

/**
 * The weights of a network after an edit: a layer whose name and shapes are as before, or whose `stash` fits, keeps
 * them; others have none.
 */
export function carriedWeights(
  weights: Weights,
  network: Network,
  renamed: Renamed = {},
  stash: Weights = new Map(),
): Carried {
  const carried = new Map<string, readonly NamedWeight[]>();
  const lost = new Map(weights);
  const oldNames = new Map(Object.entries(renamed).map(([old, next]) => [next, old]));
  let complete = true;
  for (const { name, weights: specs } of network.layers) {
    if (specs.length === 0) continue;
    // A name that was given away is not the layer's that has it now.
    const old = oldNames.get(name) ?? (Object.hasOwn(renamed, name) ? undefined : name);
    const fits = (list: readonly NamedWeight[] | undefined) =>
      list?.length === specs.length &&
      specs.every((spec, i) => list[i]!.name === spec.name && sameShape(list[i]!.shape, spec.shape));
    const own = old === undefined ? undefined : weights.get(old);
    const found = fits(own) ? own : stash.get(name);
    if (fits(found)) carried.set(name, found!);
    else complete = false;
    if (old !== undefined && found === own) lost.delete(old);
  }
  return { carried, lost, complete };
}

export function reversed(renamed: Renamed): Renamed {
  return Object.fromEntries(Object.entries(renamed).map(([old, next]) => [next, old]));
}
