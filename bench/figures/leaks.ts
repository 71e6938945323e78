import { holdings, use, watchTimers } from '../../tests/e2e/leaks.ts';
import type { Figure } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';

/** What a long use leaves behind. */
export async function measureLeaks({ browser, siteUrl }: Ground): Promise<Figure[]> {
  return onPage(browser, async (page) => {
    await watchTimers(page);
    await openSite(page, siteUrl);
    // As long as what is measured, and more edits than Back remembers: whatever a use makes hot is compiled in it.
    await use(page, 100, 110, 50);
    const before = await holdings(page);
    await use(page, 100, 100, 50);
    const after = await holdings(page);
    const how = (what: string, of: 'tensors' | 'timers' | 'listeners') =>
      `${what}: ${before[of]} before, ${after[of]} after 100 inputs, 100 edits, 50 lenses`;
    const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(2)} MB`;
    const more = (name: string, what: string, of: 'tensors' | 'timers' | 'listeners'): Figure => ({
      name,
      how: how(what, of),
      value: after[of] - before[of],
      unit: 'more',
      limit: { most: 0 },
    });
    return [
      more('tensors left behind', 'numTensors of the worker', 'tensors'),
      more('timers left behind', 'live timers of the page', 'timers'),
      more('listeners left behind', 'event listeners of the page', 'listeners'),
      {
        name: 'growth of the data on the heap',
        how: `${megabytes(before.data)} before, ${megabytes(after.data)} after: objects, arrays, strings and closures, without compiled code`,
        value: 100 * (after.data / before.data - 1),
        unit: '%',
        limit: { most: 1 },
      },
      {
        name: 'growth of the heap',
        how: `${megabytes(before.heap)} before, ${megabytes(after.heap)} after the same use, each after a collection; compiled code is counted`,
        value: 100 * (after.heap / before.heap - 1),
        unit: '%',
        limit: { most: 5 },
      },
    ];
  });
}
