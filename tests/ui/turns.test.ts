import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { inTurn } from '../../src/ui/turns.ts';

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('requestAnimationFrame', (frame: () => void) => setTimeout(frame, 16));
  vi.stubGlobal('cancelAnimationFrame', clearTimeout);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('one task at a time, each after the frame of the one before, in the order asked for', () => {
  const begun: string[] = [];
  const ends: (() => void)[] = [];
  for (const name of ['header', 'probe', 'dock']) {
    inTurn((done) => {
      begun.push(name);
      ends.push(done);
    });
  }
  expect(begun).toEqual(['header']);
  vi.advanceTimersByTime(1000);
  expect(begun).toEqual(['header']);
  ends[0]!();
  expect(begun).toEqual(['header']);
  vi.advanceTimersByTime(20);
  expect(begun).toEqual(['header', 'probe']);
  ends[1]!();
  vi.advanceTimersByTime(20);
  expect(begun).toEqual(['header', 'probe', 'dock']);
  ends[2]!();
  vi.advanceTimersByTime(20);
  inTurn((done) => {
    begun.push('later');
    done();
  });
  expect(begun.at(-1)).toBe('later');
  vi.runAllTimers();
});
