import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';

const EDITS = 40;

/** From the call that changes one weight of the first layer, its lens open, to everything downstream redrawn. */
export async function measureWeightEdit({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const times = await onPage(browser, async (page) => {
    await openSite(page, siteUrl);
    await page.locator('[data-layer="conv2d"]').click();
    await page.waitForTimeout(1000);
    return page.evaluate(async (edits) => {
      const times: number[] = [];
      for (let edit = 0; edit < edits; edit++) {
        // A moment of rest, as between two presses of a key.
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
        await window.kernelscope.editWeights('conv2d', [
          { weight: 'kernel', index: [1, 1, 0, edit % 8], value: 0.1 * (edit % 10) - 0.45 },
        ]);
        times.push(await redrawn);
      }
      return times;
    }, EDITS);
  });
  return [
    {
      name: 'editing a weight to all downstream redrawn',
      how: `median of ${EDITS} edits of the first layer, from the call to the end of the frame's drawing; p95 ${quantile(times, 0.95).toFixed(0)} ms`,
      value: median(times),
      unit: 'ms',
      limit: { most: 50 },
    },
  ];
}
