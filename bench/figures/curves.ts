import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage } from '../ground.ts';

const BATCHES = 100_000;
const UPDATES = 200;

/** Updating both curves late in a long run, with the runs before it behind them. */
export async function measureCurves({ browser, benchUrl }: Ground): Promise<Figure[]> {
  return onPage(browser, async (page) => {
    await page.goto(benchUrl);
    const times = await page.evaluate(([batches, updates]) => window.bench.curves(batches, updates), [
      BATCHES,
      UPDATES,
    ] as const);
    return [
      {
        name: `updating the curves at ${BATCHES.toLocaleString('en')} batches`,
        how: `median of ${UPDATES} batches: loss and accuracy, smoothed, over five runs of that length, painted; p95 ${quantile(times, 0.95).toFixed(2)} ms`,
        value: median(times),
        unit: 'ms',
        limit: { most: 4 },
      },
    ];
  });
}
