import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import { addTimeToRedrawn } from '../redrawn.ts';

const CHANGES = 40;

/** From the call that changes the input to all maps redrawn. */
export async function measureInputChange({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const times = await onPage(browser, async (page) => {
    await openSite(page, siteUrl);
    await page.evaluate(addTimeToRedrawn);
    return page.evaluate(async (changes) => {
      const times: number[] = [];
      for (let index = 0; index < changes; index++) {
        times.push(
          await window.timeToRedrawn(() =>
            window.kernelscope.setInput({ split: 'test', index: 1 + (index % 30) }),
          ),
        );
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
