import type { DatasetDefinition, DatasetStorage } from './definition.ts';

type Windows = Extract<DatasetStorage, { type: 'windows' }>;

/** How many windows there are, with their targets, in the rows of each split. */
export function windowCounts({
  rows,
  testFrom,
  lookback,
  ahead,
}: Pick<Windows, 'rows' | 'testFrom' | 'lookback' | 'ahead'>): DatasetDefinition['available'] {
  const within = (count: number) => Math.max(count - lookback - ahead + 1, 0);
  return { train: within(testFrom), test: within(rows - testFrom) };
}
