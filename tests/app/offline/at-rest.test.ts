import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { atRest } from '../../../src/app/offline/at-rest.ts';
import { createStores } from '../../../src/stores/stores.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A page whose fetches are told by hand. */
function restingPage(ready: Promise<unknown>) {
  let fetched = () => {};
  let watched = 0;
  class PerformanceObserver {
    constructor(callback: () => void) {
      fetched = callback;
    }
    observe() {
      watched++;
    }
    disconnect() {
      watched--;
    }
  }
  const window = { performance, setInterval, clearInterval, PerformanceObserver } as never;
  const stores = createStores();
  let rests = false;
  void atRest(window, ready, stores).then(() => {
    rests = true;
  });
  const after = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms);
    return rests;
  };
  return { stores, after, fetch: () => fetched(), watched: () => watched };
}

it('rests three seconds after the last thing was fetched', async () => {
  const page = restingPage(Promise.resolve());
  expect(await page.after(2500)).toBe(false);
  page.fetch();
  expect(await page.after(2500)).toBe(false);
  expect(await page.after(1000)).toBe(true);
  expect(page.watched()).toBe(0);
});

it('does not rest before it is ready, nor while it trains', async () => {
  let ready = () => {};
  const page = restingPage(new Promise<void>((resolve) => (ready = resolve)));
  expect(await page.after(10_000)).toBe(false);
  page.stores.run.setState({ status: 'running' });
  ready();
  expect(await page.after(10_000)).toBe(false);
  page.stores.run.setState({ status: 'idle' });
  expect(await page.after(1000)).toBe(true);
});

it('rests, too, where the page could not start', async () => {
  const page = restingPage(Promise.reject(new Error('no engine')));
  expect(await page.after(4000)).toBe(true);
});
