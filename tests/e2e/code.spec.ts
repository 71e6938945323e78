import { codeText } from '../../src/text/code.ts';
import { dock } from '../../src/text/dock.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, expectAccessible, open, test } from './site.ts';

test('the code and the summary are the document’s, follow it, and can be copied', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.code }).click();
  const panel = page.getByRole('tabpanel', { name: dock.tabs.code });
  const code = panel.locator('.cm-content');
  const shown = async () => (await code.locator('.cm-line').allTextContents()).join('\n');
  const written = () => page.evaluate(() => window.kernelscope.toPython());
  await expect.poll(shown).toBe(await written());

  // Without a word about it from the page: the scope is another way to edit the same document.
  await page.evaluate(async () => {
    const document = (await window.kernelscope.getDocument()) as {
      model: { layers: { config: Record<string, unknown> }[] };
    };
    document.model.layers[0]!.config.filters = 5;
    await window.kernelscope.setDocument(document, { weights: 'carry', label: 'filters: 8 to 5' });
  });
  await expect(code).toContainText('filters=5');
  expect(await shown()).toBe(await written());
  const row = panel.getByRole('row').filter({ hasText: 'conv2d (Conv2D)' });
  await expect(row).toContainText('(None, 26, 26, 5)');

  await panel.getByRole('button', { name: codeText.copy }).click();
  await expect(panel.getByRole('status').first()).toHaveText(/^Copied: \d+ lines\.$/);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await written());

  await panel.getByRole('button', { name: codeText.summary.open('conv2d') }).click();
  await expect(code.locator('.cm-open-layer')).toHaveText(/Conv2D\(filters=5.*name="conv2d"\)/);
  await expect(row).toHaveAttribute('aria-current', 'true');
});

test('the dock’s tabs work by keyboard, axe finds nothing', async ({ page }) => {
  await open(page);
  const tab = (name: string) => page.getByRole('tab', { name });
  await expect(tab(dock.tabs.train)).toHaveAttribute('aria-selected', 'true');
  await tab(dock.tabs.train).focus();
  await page.keyboard.press('ArrowDown');
  await expect(tab(dock.tabs.code)).toBeFocused();
  await expect(page.getByRole('table', { name: codeText.summary.region })).toBeVisible();
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 900 });
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
  await page.keyboard.press('ArrowRight');
  await expect(tab(dock.tabs.data)).toBeFocused();
  await page.keyboard.press('Home');
  await expect(page.getByRole('region', { name: text.lab.title })).toBeVisible();
});
