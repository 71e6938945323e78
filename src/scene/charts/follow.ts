import { createSeries, type Series } from './series.ts';
import type { Values } from './values.ts';

export interface FollowOptions {
  /** Weight of what came before, from 0 (none) to below 1: s = (beta · s + (1 - beta) · value) / (1 - beta^n). */
  readonly smoothing: number;
  /** Steps that are of interest; absent: all. */
  readonly from?: number | undefined;
  readonly to?: number | undefined;
}

/** A part of a run's numbers, smoothed or as they are, as a series that grows with them. */
export interface Follower {
  readonly series: Series;
  /** Takes in what has come since; gives how many numbers that were. */
  update(): number;
}

/**
 * Follows numbers without going through any of them twice. The moving average has its start's bias towards zero taken
 * out, as Adam's moments have; numbers that are not finite leave it as it is.
 */
export function follow(values: Values, { smoothing, from = 0, to = Infinity }: FollowOptions): Follower {
  const series = createSeries();
  let seen = 0;
  let average = 0;
  let weight = 0;
  return {
    series,
    update() {
      const begun = seen;
      for (; seen < values.length; seen++) {
        const step = values.first + seen;
        if (step > to) break;
        const value = values.at(seen);
        if (!Number.isFinite(value)) continue;
        average = smoothing * average + (1 - smoothing) * value;
        weight = smoothing * weight + (1 - smoothing);
        if (step >= from) series.push(step, average / weight);
      }
      return seen - begun;
    },
  };
}
