import { digits, twoConvolutions } from './documents.ts';
import { expect, open, test, whenReady } from './site.ts';

const read = async () => ({
  document: await window.kernelscope.getDocument(),
  kernel: [...(await window.kernelscope.getWeights('conv2d'))[0]!.data],
  open: document.querySelector('.layer-slot[data-open] [data-layer]')?.getAttribute('data-layer'),
});

test('a reload brings back the document, the trained weights and the open layer', async ({ page }) => {
  await open(page);
  await page.evaluate(async (json) => {
    await window.kernelscope.setDocument(json);
    await window.kernelscope.train();
  }, digits(twoConvolutions));
  await page.keyboard.press('Space');
  await page.locator('[data-layer="conv2d"]').click();
  await expect(page.locator('.layer-slot[data-open] [data-layer="conv2d"]')).toBeVisible();
  const before = await page.evaluate(read);
  expect(before.open).toBe('conv2d');
  await page.reload();
  await page.evaluate(whenReady);
  await expect(page.locator('.layer-slot[data-open] [data-layer="conv2d"]')).toBeVisible();
  expect(await page.evaluate(read)).toEqual(before);
});
