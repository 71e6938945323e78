import { flatIndex, indexAt, sizeOf } from '../../base/tensor.ts';
import { type AxisWindow, windowTaps } from '../../model/window.ts';
import type { LensContext } from './request.ts';

/** A cell of the window that is not padding. */
export interface Candidate {
  readonly cell: readonly number[];
  readonly value: number;
}

/** What a pooling window comes to, in the three ways that are shown side by side. */
export interface Pooled {
  readonly count: number;
  readonly max: number;
  readonly average: number;
  readonly sum: number;
  /** The first largest cell. */
  readonly winner: Candidate;
}

export function pool(candidates: Iterable<Candidate>): Pooled {
  let count = 0;
  let sum = 0;
  let winner: Candidate = { cell: [], value: Number.NEGATIVE_INFINITY };
  for (const candidate of candidates) {
    count++;
    sum += candidate.value;
    if (candidate.value > winner.value) winner = candidate;
  }
  return { count, max: winner.value, average: sum / count, sum, winner };
}

/** The cells that a pooling window looks at, row by row, of a volume slice by slice. */
export function* candidatesOf(
  { source, index }: LensContext,
  windows: readonly AxisWindow[],
): Generator<Candidate> {
  const places = source.shape.slice(0, -1);
  const channels = source.shape.at(-1)!;
  const channel = index.at(-1)!;
  if (windows.every(({ kernel, before }, axis) => kernel === places[axis] && before === 0)) {
    for (let place = 0; place < sizeOf(places); place++) {
      yield { cell: [...indexAt(places, place), channel], value: source.data[place * channels + channel]! };
    }
    return;
  }
  for (const tap of windowTaps(windows, index)) {
    if (!tap.inside) continue;
    yield {
      cell: [...tap.cell, channel],
      value: source.data[flatIndex(places, tap.cell) * channels + channel]!,
    };
  }
}
