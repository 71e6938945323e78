import { type Figure, median } from '../figure.ts';
import { type Ground, onPage, untilReady } from '../ground.ts';

const LOADS = 9;

/** From navigation to the first feature maps on the screen, each time with nothing cached. */
export async function measureFirstMaps({ browser, siteUrl, sent }: Ground): Promise<Figure[]> {
  const times: number[] = [];
  const bytes: number[] = [];
  for (let load = 0; load < LOADS; load++) {
    const before = sent();
    await onPage(browser, async (page) => {
      await page.goto(siteUrl, { waitUntil: 'commit' });
      const mark = await page.waitForFunction(
        () => performance.getEntriesByName('kernelscope:first-maps')[0]?.startTime,
      );
      times.push((await mark.jsonValue()) as number);
      await untilReady(page);
      await page.waitForLoadState('networkidle');
      bytes.push(sent() - before);
    });
  }
  const list = times.map((time) => (time / 1000).toFixed(2)).join(', ');
  return [
    {
      name: 'navigation to first feature maps',
      how: `median of ${LOADS} cold loads: ${list} s`,
      value: median(times) / 1000,
      unit: 's',
      limit: { most: 0.8 },
    },
    {
      name: 'transferred by a first visit',
      how: 'bytes that the server wrote until nothing more was asked for, gzipped as a static host does, headers included; largest of all loads',
      value: Math.max(...bytes) / 1000,
      unit: 'kB',
      limit: { most: 700 },
    },
  ];
}
