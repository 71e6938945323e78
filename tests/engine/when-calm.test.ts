import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { whenCalm } from '../../src/engine/when-calm.ts';

let frames: FrameRequestCallback[] = [];

function draw(now: number): void {
  const [frame] = frames.splice(0, 1);
  frame!(now);
}

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  vi.stubGlobal('requestAnimationFrame', (frame: FrameRequestCallback) => frames.push(frame));
  vi.stubGlobal('cancelAnimationFrame', () => {
    frames = [];
  });
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
  frames = [];
});

test('waits for four frames in time, one after the other', async () => {
  let calm = false;
  const waited = whenCalm().then(() => {
    calm = true;
  });
  for (const now of [0, 16, 33, 49, 120, 136, 153, 170]) {
    draw(now);
    await Promise.resolve();
    expect(calm).toBe(false);
  }
  draw(186);
  await waited;
  expect(calm).toBe(true);
  expect(frames).toEqual([]);
  expect(vi.getTimerCount()).toBe(0);
});

test('does not wait for a tab without frames', async () => {
  const waited = whenCalm();
  vi.advanceTimersByTime(600);
  await waited;
  expect(frames).toEqual([]);
});
