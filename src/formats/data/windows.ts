/** Rows that belong together, from `from` up to `to` (exclusive). */
export interface Run {
  readonly from: number;
  readonly to: number;
}

/** Windows by their first row. */
export interface CutWindows {
  readonly train: number[];
  readonly test: number[];
}

/** Runs of rows in which every key stays the same; rows for which `skip` is true end a run. */
export function runsOf(
  rows: number,
  keys: readonly ArrayLike<number>[],
  skip: (row: number) => boolean = () => false,
): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let row = 0; row <= rows; row++) {
    const ends = row === rows || skip(row);
    const differs = from >= 0 && !ends && keys.some((key) => key[row] !== key[row - 1]);
    if (from >= 0 && (ends || differs)) {
      runs.push({ from, to: row });
      from = -1;
    }
    if (!ends && from < 0) from = row;
  }
  return runs;
}

/** First rows of the windows in a run: `span` rows each, `step` apart. */
export function windowsIn({ from, to }: Run, span: number, step: number): number[] {
  const starts: number[] = [];
  for (let start = from; start + span <= to; start += step) starts.push(start);
  return starts;
}

/**
 * Windows of `span` rows, those of the last share of each run to test; none lies in both parts. A run too short for
 * both goes where there are too few.
 */
export function cutChronologically(
  runs: readonly Run[],
  span: number,
  step: number,
  share: number,
): CutWindows {
  const train: number[] = [];
  const test: number[] = [];
  for (const run of runs) {
    const rows = run.to - run.from;
    if (rows < span) continue;
    const border = Math.min(run.to - span, run.from + Math.round(rows * (1 - share)));
    const before = windowsIn({ from: run.from, to: border }, span, step);
    if (before.length > 0) {
      train.push(...before);
      test.push(...windowsIn({ from: border, to: run.to }, span, step));
    } else {
      const wanting = test.length < (train.length + test.length) * share;
      (wanting ? test : train).push(...windowsIn(run, span, step));
    }
  }
  return { train, test };
}
