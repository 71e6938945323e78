import { holdings, use, watchTimers } from './leaks.ts';
import { expect, open, test } from './site.ts';

test('100 changes of input, 100 edits and 50 lenses leave nothing behind', async ({ page }) => {
  await watchTimers(page);
  await open(page);
  // Undo keeps a bounded number of documents; the warm-up fills it, and the caches.
  await use(page, 20, 110, 12);
  const before = await holdings(page);
  await use(page, 100, 100, 50);
  const after = await holdings(page);
  expect(after.tensors).toBe(before.tensors);
  expect(after.timers).toBeLessThanOrEqual(before.timers);
  expect(after.listeners).toBeLessThanOrEqual(before.listeners);
  expect(after.data, `${before.data} before`).toBeLessThan(1.01 * before.data);
  expect(after.heap, `${before.heap} before`).toBeLessThan(1.05 * before.heap);
});
