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

/** The cells that a pooling window looks at, row by row. */
export function* candidatesOf(
  { source, index }: LensContext,
  windows: readonly AxisWindow[],
): Generator<Candidate> {
  const [rows, cols, channels] = source.shape as [number, number, number];
  const channel = index.at(-1)!;
  if (
    windows[0]!.kernel === rows &&
    windows[1]!.kernel === cols &&
    windows[0]!.before + windows[1]!.before === 0
  ) {
    for (let row = 0; row < rows; row++) {
      for (let col = 0; col < cols; col++) {
        yield { cell: [row, col, channel], value: source.data[(row * cols + col) * channels + channel]! };
      }
    }
    return;
  }
  for (const tap of windowTaps(windows, index)) {
    if (!tap.inside) continue;
    const [row, col] = tap.cell as [number, number];
    yield { cell: [row, col, channel], value: source.data[(row * cols + col) * channels + channel]! };
  }
}
