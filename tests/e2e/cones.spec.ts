import type { Page } from '@playwright/test';
import { coneTexts } from '../../src/text/cone.ts';
import { kernelText } from '../../src/text/layers/kernel.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, open, test } from './site.ts';

const { aspects } = kernelText;

/** A stack of causal layers with its cone in the lens. */
async function openStack(page: Page): Promise<void> {
  await open(page);
  await page.evaluate(() =>
    window.kernelscope.setDocument({
      kernelscope: 1,
      title: 'Stack',
      seed: 1,
      dataset: { name: 'mnist' },
      model: {
        input_shape: [24, 3],
        layers: [1, 2, 4].map((dilation_rate) => ({
          class_name: 'Conv1D',
          config: { filters: 4, kernel_size: 3, padding: 'causal', dilation_rate },
        })),
      },
      view: { focus: { layer: 'conv1d_2', index: [20, 1] }, playing: false, aspect: 'cone' },
    }),
  );
}

const dilations = (page: Page) =>
  page.evaluate(async () => {
    const { model } = (await window.kernelscope.getDocument()) as {
      model: { layers: { config: { dilation_rate?: number[] } }[] };
    };
    return model.layers.map(({ config }) => config.dilation_rate?.[0] ?? 1);
  });

test('a cone by keys: left and right the steps, up and down the layers, C to and from it; by its panel: reach, lookback, the stack', async ({
  page,
}) => {
  await openStack(page);
  const place = page.locator('[data-part="place"]');
  const formula = page.locator('[data-part="formula"]');
  await expect(formula).toContainText('= 15');
  await page.getByRole('application').focus();
  await page.keyboard.press('ArrowLeft');
  await expect(place).toHaveText(text.lens.step('19', '24'));
  await expect(page.locator('.reach-bar .spoken')).toHaveText(
    coneTexts.spoken('conv1d_2', '19', '15', 'input', '5', '19'),
  );
  await page.keyboard.press('ArrowDown');
  await expect(formula).toContainText('= 7');
  await page.keyboard.press('ArrowUp');
  await expect(formula).toContainText('= 15');
  await page.keyboard.press('c');
  await expect(formula).toContainText('y[19, 1]');
  await expect(page.getByRole('radio', { name: aspects.number })).toBeChecked();
  await page.keyboard.press('c');
  await expect(formula).toContainText('= 15');

  const panel = page.getByRole('region', { name: coneTexts.panel });
  await expect(panel).toContainText('sees 15 of 24 steps');

  const lookback = panel.getByLabel(coneTexts.lookback);
  await lookback.fill('10');
  await lookback.press('Enter');
  await expect(panel).toContainText(coneTexts.covers('15', '10'));
  await panel.locator('li', { hasText: 'conv1d_2' }).getByLabel(coneTexts.dilation).fill('8');
  await page.keyboard.press('Enter');
  await expect(formula).toContainText('= 23');
  await expect.poll(() => dilations(page)).toEqual([1, 2, 8]);

  const stack = coneTexts.stack('2', '8');
  await panel.getByRole('button', { name: coneTexts.put(stack) }).click();
  await expect.poll(() => dilations(page)).toEqual([1, 2, 4, 8]);
  await expect(formula).toContainText('= 16');

  // A link brings it back.
  const link = await page.evaluate(() => window.kernelscope.shareUrl({ view: true }));
  await page.goto('about:blank');
  await page.goto(link);
  await expect(formula).toContainText('= 16');
});
