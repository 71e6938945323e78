import type { Random } from '../base/random.ts';

/** A whole number from `low` to `high`, both possible. */
export function whole(random: Random, low: number, high: number): number {
  return low + Math.floor(random.uniform(0, high - low + 1));
}

/** One of a list. */
export function pick<T>(random: Random, list: readonly T[]): T {
  return list[whole(random, 0, list.length - 1)]!;
}

/** The same in random order. */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
  return Array.from(random.permutation(list.length), (at) => list[at]!);
}
