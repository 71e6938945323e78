import type { Stores } from '../../stores/stores.ts';

/** Milliseconds without anything fetched after which a page is at rest. */
const QUIET = 3000;

type RestWindow = Pick<
  Window & typeof globalThis,
  'performance' | 'setInterval' | 'clearInterval' | 'PerformanceObserver'
>;

/** Resolves once the page has what it opened with, nothing more is fetched, and nothing trains. */
export async function atRest(
  { performance, setInterval, clearInterval, PerformanceObserver }: RestWindow,
  ready: Promise<unknown>,
  { run }: Stores,
): Promise<void> {
  await ready.catch(() => undefined);
  let last = performance.now();
  const observer = new PerformanceObserver(() => {
    last = performance.now();
  });
  observer.observe({ type: 'resource' });
  await new Promise<void>((resolve) => {
    const timer = setInterval(() => {
      const busy = run.getState().status !== 'idle' || performance.now() - last < QUIET;
      if (busy) return;
      clearInterval(timer);
      resolve();
    }, QUIET / 4);
  });
  observer.disconnect();
}
