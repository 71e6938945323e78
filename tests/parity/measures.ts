import { beforeAll, describe, test } from 'vitest';
import { useBackend } from '../engine/on-backend.ts';
import { readCases } from './files.ts';
import { expectLossCase, expectMetricCase, type LossCase, type MetricCase } from './measure-case.ts';

/** Losses and metrics of the fixtures, on one of tfjs's backends. */
export function describeMeasures(backend: 'cpu' | 'wasm'): void {
  beforeAll(() => useBackend(backend));

  describe('loss', () => {
    test.each(readCases<LossCase>('measures/losses'))(`$name (${backend})`, expectLossCase);
  });

  describe('metric', () => {
    test.each(readCases<MetricCase>('measures/metrics'))(`$name (${backend})`, expectMetricCase);
  });
}
