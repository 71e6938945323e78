import { createRandom } from '../../base/random.ts';

/** Numbers of samples by what they are for. */
export interface Split {
  readonly train: number[];
  readonly test: number[];
}

/** How many of `count` are kept to test: the share of them, at least one, and one left to train. */
function testedOf(count: number, share: number): number {
  return Math.min(count - 1, Math.max(1, Math.round(count * share)));
}

/** Any of the samples, chosen by the seed, in the order that it gives. */
export function splitBySeed(count: number, share: number, seed: number): Split {
  const order = createRandom(seed, 'split').permutation(count);
  const tested = testedOf(count, share);
  return { train: [...order.subarray(tested)], test: [...order.subarray(0, tested)] };
}

/** Whole groups, chosen by the seed, until there are enough to test; `groups` says of each sample whose it is. */
export function splitByGroup(groups: ArrayLike<number>, share: number, seed: number): Split {
  const members = new Map<number, number>();
  for (let at = 0; at < groups.length; at++) members.set(groups[at]!, (members.get(groups[at]!) ?? 0) + 1);
  const known = [...members.keys()];
  const tested = new Set<number>();
  let samples = 0;
  for (const place of createRandom(seed, 'split').permutation(known.length)) {
    if (tested.size === known.length - 1 || (tested.size > 0 && samples >= groups.length * share)) break;
    tested.add(known[place]!);
    samples += members.get(known[place]!)!;
  }
  const split: Split = { train: [], test: [] };
  for (let at = 0; at < groups.length; at++) (tested.has(groups[at]!) ? split.test : split.train).push(at);
  return split;
}

/** In the order that the seed gives, so that those that are left to validate are of every kind. */
export function shuffled(samples: readonly number[], seed: number): number[] {
  return [...createRandom(seed, 'order').permutation(samples.length)].map((place) => samples[place]!);
}
