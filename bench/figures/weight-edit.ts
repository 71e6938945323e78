import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import { addTimeToRedrawn } from '../redrawn.ts';

const EDITS = 40;

/** From the call that changes one weight of the first layer, its lens open, to everything downstream redrawn. */
export async function measureWeightEdit({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const times = await onPage(browser, async (page) => {
    await openSite(page, siteUrl);
    await page.locator('[data-layer="conv2d"]').click();
    await page.waitForTimeout(1000);
    await page.evaluate(addTimeToRedrawn);
    return page.evaluate(async (edits) => {
      const times: number[] = [];
      for (let edit = 0; edit < edits; edit++) {
        times.push(
          await window.timeToRedrawn(() =>
            window.kernelscope.editWeights('conv2d', [
              { weight: 'kernel', index: [1, 1, 0, edit % 8], value: 0.1 * (edit % 10) - 0.45 },
            ]),
          ),
        );
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
