import { notices } from '../../src/text/german/notices.ts';
import { expect, expectAccessible, open, test } from './site.ts';

test.use({ locale: 'de-DE' });

test('in German the page says all in German, and another choice is kept', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const root = page.locator('html');
  await expect(root).toHaveAttribute('lang', 'de');
  await expect(page.getByRole('button', { name: 'Rückgängig' })).toBeVisible();
  await expect(
    page.getByRole('button', { name: /^conv2d_1, Conv2D, Ausgabe 11×11×16, 1\.168 Param\./ }),
  ).toBeVisible();

  const rate = page.getByRole('textbox', { name: 'Lernrate' });
  await expect(rate).toHaveValue('0,003');
  await rate.fill('0,01');
  await rate.press('Enter');
  await expect
    .poll(() => page.evaluate(() => JSON.stringify(window.kernelscope.getDocument())))
    .toContain('0.01');
  // Python and documents are the same in every language.
  expect(await page.evaluate(() => window.kernelscope.toPython())).toContain('learning_rate=0.01');
  await page.getByRole('button', { name: /^dense, Dense, Ausgabe 10/ }).click();
  const formula = page.locator('[data-part=formula]');
  await expect(formula).toContainText(/softmax\( \d+,\d\d×.*\(400 Produkte\)/);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Design und Sprache' }).press('Enter');
  await page.getByRole('menuitem', { name: 'English' }).click();
  await expect(root).toHaveAttribute('lang', 'en');
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Theme and language' })).toBeFocused();
  await expect(formula).toContainText(/\d\.\d\d×.*products\)/);
  await page.reload();
  await expect(root).toHaveAttribute('lang', 'en');
});

test('what is said of a link is said in German too, and leaves the page as high as the screen', async ({
  page,
}) => {
  await open(page, '#k1=broken');
  await expect(page.getByRole('alert')).toContainText(notices.linkRefused);
  await expect(page.locator('.curve-canvas').first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBe(900);
});
