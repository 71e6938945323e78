import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';

const CHANGES = 40;

/** From the call that changes the input to all maps redrawn. */
export async function measureInputChange({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const times = await onPage(browser, async (page) => {
    await openSite(page, siteUrl);
    return page.evaluate(async (changes) => {
      const times: number[] = [];
      for (let index = 0; index < changes; index++) {
        // A moment of rest, as between two choices of a person.
        await new Promise((resolve) => setTimeout(resolve, 100));
        const start = performance.now();
        const redrawn = new Promise<number>((resolve) => {
          const observer = new PerformanceObserver((list) => {
            const mark = list
              .getEntriesByName('kernelscope:redrawn')
              .find((entry) => entry.startTime >= start);
            if (!mark) return;
            observer.disconnect();
            resolve(mark.startTime - start);
          });
          observer.observe({ type: 'mark' });
        });
        await window.kernelscope.setInput({ split: 'test', index: 1 + (index % 30) });
        times.push(await redrawn);
      }
      return times;
    }, CHANGES);
  });
  return [
    {
      name: 'change of input to all maps redrawn',
      how: `median of ${CHANGES} changes, from the call to the end of the frame's drawing; p95 ${quantile(times, 0.95).toFixed(0)} ms`,
      value: median(times),
      unit: 'ms',
      limit: { most: 50 },
    },
  ];
}
