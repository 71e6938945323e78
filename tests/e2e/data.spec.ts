import type { Page } from '@playwright/test';
import { dataText } from '../../src/text/datasets.ts';
import { dock } from '../../src/text/dock.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, expectAccessible, open, test } from './site.ts';

/** The list of data sets. */
const chooser = (page: Page) => page.locator('.data-side').getByRole('button', { name: dataText.choose });

test('data: another set of the same shape is taken by keyboard, its classes opened, one picture put through the network', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await chooser(page).focus();
  await page.keyboard.press('Enter');
  await page.keyboard.type('Fash');
  await page.keyboard.press('Enter');
  const use = page.getByRole('button', { name: dataText.use });
  await use.focus();
  await page.keyboard.press('Enter');
  await expect(use).toBeHidden();
  const boots = page.getByRole('button', { name: /^ankle boot:/ });
  await boots.focus();
  await page.keyboard.press('Enter');
  const pictures = page.getByRole('radiogroup', { name: /^ankle boot:/ });
  await pictures.getByRole('radio').nth(1).focus();
  await page.keyboard.press('ArrowRight');
  await expect(pictures.getByRole('radio').nth(2)).toBeChecked();
  await expect(page.locator('.probe-source')).toHaveText(/truth ankle boot$/);
  const { taken, shown, expected } = await page.evaluate(async () => {
    const scope = window.kernelscope;
    const before = (await scope.activations('input')).input!.data;
    const index = Number(/\d+/.exec(document.querySelector('.probe-source')!.textContent!)![0]);
    await scope.setInput({ split: 'test', index });
    const after = (await scope.activations('input')).input!.data;
    return { taken: scope.getDocument(), shown: [...before], expected: [...after] };
  });
  expect(taken).toMatchObject({ dataset: { name: 'fashion-mnist' } });
  expect(shown).toEqual(expected);
  await expectAccessible(page);
  await page.getByRole('button', { name: dataText.back }).click();
  await expect(boots).toBeFocused();
});

test('data: a set that does not fit says so and offers an example that does, in colour; or a model, of a series', async ({
  page,
}) => {
  await open(page);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await chooser(page).click();
  await page.getByRole('option', { name: 'Emoji' }).click();
  await expect(page.getByText(dataText.misfit('[32, 32, 3]', '[28, 28, 1]'))).toBeVisible();
  await page.getByRole('button', { name: dataText.open('Emoji in an unseen style') }).click();
  const sample = page.getByRole('radio', { name: text.probe.sampleName('0', 'hand') });
  await expect(sample).toBeAttached();
  const { document, shape } = await page.evaluate(async () => ({
    document: window.kernelscope.getDocument(),
    shape: (await window.kernelscope.activations('input')).input!.shape,
  }));
  expect(document).toMatchObject({ dataset: { name: 'emoji' } });
  expect(shape).toEqual([32, 32, 3]);
  await expect(page.locator('.probe-source')).toHaveText(
    /truth (face|hand|person|animal|food|vehicle|place|symbol)$/,
  );

  // A series is cut into windows; a model for it opens from there, steps through them, and trains.
  await chooser(page).click();
  await page.getByRole('option', { name: 'Weather, 10×5' }).click();
  await page.locator('.data-offer').getByRole('button').click();
  await expect(page.locator('.probe-source')).toHaveText(/^Test sample 37, truth −?[\d.]+ °C$/);
  await expect(page.locator('.probe-about')).toContainText('temperature (°C)');
  const strip = page.getByRole('img', { name: dataText.series });
  const pixels = () =>
    strip.locator('canvas').evaluate((canvas) => (canvas as HTMLCanvasElement).toDataURL());
  const before = await pixels();
  await page.getByRole('button', { name: text.probe.next }).click();
  await expect(page.locator('.probe-source')).toHaveText(/sample 38/);
  await expect.poll(async () => (await pixels()) === before).toBe(false);
  await page.getByRole('tab', { name: dock.tabs.data }).click();
  await expectAccessible(page);
  const figures = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.step('batch');
    return scope.evaluate({ split: 'test' });
  });
  expect(figures.baseline_mean_absolute_error).toBeGreaterThan(0);
  expect(figures.mean_absolute_error).toBeGreaterThan(0);
});
