import type { Page } from '@playwright/test';
import { page as text } from '../../src/text/page.ts';
import { expect, open, test } from './site.ts';

/** Presses Tab until the focused element's accessible name matches. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      return element?.getAttribute('aria-label') ?? element?.textContent ?? '';
    });
    if (name.test(focused)) return;
  }
  throw new Error(`Tab never came to ${name}`);
}

test('from the whole network to one number and its why, and back, by keys alone', async ({ page }) => {
  await open(page);
  await tabTo(page, /^conv2d_1, Conv2D/);
  await page.keyboard.press('Enter');
  const panel = page.getByRole('region', { name: text.lens.panel });
  await expect(panel).toBeVisible();
  await page.keyboard.press('Home');
  await expect(panel).toContainText(text.lens.position('0', '0', '11', '11'));
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowDown');
  await expect(panel).toContainText(text.lens.position('1', '1', '11', '11'));
  await page.keyboard.press('PageDown');
  await expect(panel).toContainText(text.lens.channel('1', '16'));
  const formula = await panel.locator('[data-part="formula"]').textContent();
  await page.keyboard.press('ArrowLeft');
  await expect(panel.locator('[data-part="formula"]')).not.toHaveText(formula!);

  // A term's own why, one layer further back; Escape twice leads to the whole network again.
  await tabTo(page, /why\?$/);
  await page.keyboard.press('Enter');
  await expect(page.locator('[data-layer="max_pooling2d"]')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(page.locator('[data-layer="conv2d_1"]')).toHaveAttribute('aria-expanded', 'true');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('training is started, paused and reset by keys alone', async ({ page }) => {
  await open(page);
  await tabTo(page, new RegExp(`^${text.lab.train}$`));
  await page.keyboard.press('Enter');
  const lab = page.getByRole('region', { name: text.lab.title });
  await expect(lab.getByRole('button', { name: text.lab.pause, exact: true })).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await window.kernelscope.history()).batches.length))
    .toBeGreaterThan(2);
  // The button stays under the finger: it pauses now.
  await page.keyboard.press('Enter');
  await expect(lab.getByRole('button', { name: text.lab.train, exact: true })).toBeFocused();
  // So does a step's, again and again.
  const batches = () => page.evaluate(async () => (await window.kernelscope.history()).batches.length);
  await tabTo(page, new RegExp(`^${text.lab.batchName}$`));
  const step = lab.getByRole('button', { name: text.lab.batchName });
  for (let presses = 0; presses < 3; presses++) {
    const before = await batches();
    await page.keyboard.press('Enter');
    await expect.poll(batches).toBe(before + 1);
    await expect(step).toBeEnabled();
    await expect(step).toBeFocused();
  }
});

test('every control has a name', async ({ page }) => {
  await open(page);
  await page.locator('[data-layer="conv2d"]').click();
  const nameless = await page.evaluate(() =>
    [...document.querySelectorAll('button, input, select, [tabindex="0"]')]
      .filter((element) => element.checkVisibility())
      .filter((element) => {
        const labelled = element.getAttribute('aria-label') ?? element.getAttribute('aria-labelledby');
        const labels = (element as HTMLInputElement).labels;
        return !labelled && !element.textContent?.trim() && !labels?.length;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );
  expect(nameless).toEqual([]);
});
