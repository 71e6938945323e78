import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createPagePace } from '../../src/engine/page-pace.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** The times at which a page whose frames cost so much gets what is always waiting. */
function deliveries(frame: number | undefined, count: number): number[] {
  const times: number[] = [];
  const pace = createPagePace((measured) => {
    if (frame !== undefined) setTimeout(() => measured(frame), frame);
  });
  const again = () => {
    times.push(performance.now());
    if (times.length < count) pace(again);
  };
  pace(again);
  vi.runAllTimers();
  return times;
}

const gaps = (times: readonly number[]) => times.slice(1).map((time, at) => time - times[at]!);

test('the first comes at once', () => {
  const start = performance.now();
  expect(deliveries(2, 1)).toEqual([start]);
});

test('cheap frames are shown twelve times a second', () => {
  for (const gap of gaps(deliveries(2, 20))) expect(gap).toBeCloseTo(80, 0);
});

test('dear frames take a tenth of the time, and come four times a second at least', () => {
  const twelve = gaps(deliveries(15, 20)).slice(1);
  for (const gap of twelve) expect(gap).toBeCloseTo(150, 0);
  for (const gap of gaps(deliveries(60, 20)).slice(1)) expect(gap).toBeCloseTo(250, 0);
});

test('a hidden tab, which has no frames, gets its events all the same', () => {
  expect(deliveries(undefined, 5)).toHaveLength(5);
});
