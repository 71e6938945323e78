import links from './sequence-links.json' with { type: 'json' };
import { expect, open, test } from './site.ts';

test('each address of a sequence opens at its numbers', async ({ page }) => {
  await open(page);
  for (const { id, fragment, says } of links) {
    // What is open stays open where the next model has a layer of that name.
    await page.keyboard.press('Escape');
    await page.evaluate((hash) => {
      location.hash = hash;
    }, fragment);
    const stage = page.getByRole('main');
    for (const text of says)
      await expect(stage.getByText(text).filter({ visible: true }).first(), `${id}: ${text}`).toBeVisible();
  }
});
