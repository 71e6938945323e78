import { readFile } from 'node:fs/promises';
import { formatNumber } from '../../src/scene/format.ts';
import { builder } from '../../src/text/builder.ts';
import { dock } from '../../src/text/dock.ts';
import { lab } from '../../src/text/lab.ts';
import { digits } from './documents.ts';
import { expect, expectAccessible, open, test } from './site.ts';

const layers = [
  { class_name: 'Conv2D', config: { filters: 2, kernel_size: 5, strides: 3, activation: 'relu' } },
  { class_name: 'Flatten', config: {} },
  { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
];

/** Its rate is so small that no epoch is better than the first by what counts. */
const still = {
  ...digits(layers, { train: 128, test: 100 }),
  compile: {
    optimizer: { class_name: 'SGD', config: { learning_rate: 1e-9 } },
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  },
  fit: {
    epochs: 6,
    validation_split: 0.25,
    callbacks: [
      { class_name: 'ReduceLROnPlateau', config: { patience: 1, factor: 0.5, min_delta: 1 } },
      {
        class_name: 'EarlyStopping',
        config: { patience: 3, min_delta: 1, restore_best_weights: true },
      },
    ],
  },
};

test('callbacks do what Keras’s do, over a pause too', async ({ page }) => {
  await open(page);
  const seen = await page.evaluate(async (document) => {
    const scope = window.kernelscope;
    const run = async (paused: boolean) => {
      await scope.setDocument(document);
      const before = (await scope.getWeights('dense'))[0]!.data;
      if (paused) {
        await scope.step('epoch');
        await scope.step('batch');
      }
      const { epochs, stopped } = await scope.train();
      const after = (await scope.getWeights('dense'))[0]!.data;
      const moved = after.reduce((most, value, at) => Math.max(most, Math.abs(value - before[at]!)), 0);
      return { epochs, stopped, moved };
    };
    return [await run(false), await run(true)] as const;
  }, still);
  const [straight, paused] = seen;
  // The first is the best; the second halves the rate, which the third is trained with; the fourth stops it.
  const rates = straight.epochs.map((record) => record.learning_rate! / 1e-9);
  expect(rates).toHaveLength(4);
  [1, 1, 0.5, 0.25].forEach((rate, at) => {
    expect(rates[at]).toBeCloseTo(rate, 9);
  });
  expect(straight.stopped).toBe('finished');
  expect(paused).toEqual(straight);
});

test('settings are changed in place, runs stay, and mistakes open', async ({ page }) => {
  await open(page);
  const document = {
    ...digits(layers, { train: 128, test: 100 }),
    fit: { epochs: 1, validation_split: 0.25 },
  };
  await page.evaluate((value) => window.kernelscope.setDocument(value), document);

  await page.getByRole('button', { name: 'More settings' }).click();
  const panel = page.getByRole('region', { name: 'All settings of the training' });
  const split = panel.getByLabel('validation_split');
  await split.fill('1');
  await split.press('Enter');
  await expect(panel.getByRole('alert')).toContainText('At fit.validation_split');
  await split.fill('0.5');
  await split.press('Enter');
  await expect(panel.getByRole('alert')).toHaveCount(0);
  await panel.getByLabel('schedule').selectOption('CosineDecay');
  await expect(panel.getByLabel('initial_learning_rate')).toHaveValue('0.001');
  await panel.getByRole('button', { name: 'Add a callback' }).click();
  await page.getByRole('menuitem', { name: 'EarlyStopping' }).click();
  await expect(panel.getByLabel('patience')).toHaveValue('0');
  expect(await page.evaluate(() => window.kernelscope.getDocument())).toMatchObject({
    compile: { optimizer: { config: { learning_rate: { class_name: 'CosineDecay' } } } },
    fit: { validation_split: 0.5, callbacks: [{ class_name: 'EarlyStopping' }] },
  });

  await page.evaluate(async () => {
    await window.kernelscope.train();
    const changed = window.kernelscope.getDocument() as Record<string, object>;
    await window.kernelscope.setDocument({ ...changed, seed: 8 });
    await window.kernelscope.train();
  });
  await page.getByRole('button', { name: 'Runs before' }).click();
  await expect(page.getByRole('dialog')).toContainText('seed 7 to 8');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: builder.history.title, exact: true }).press('Enter');
  await expect(page.getByRole('dialog', { name: builder.history.title })).toBeVisible();
  await expectAccessible(page);
  await page.keyboard.press('Escape');

  const loss = page.getByRole('slider', { name: 'loss by step' });
  await loss.focus();
  await page.keyboard.press('Home');
  await expect(page.locator('[data-place]').first()).toHaveText('step 0');
  await page.keyboard.press('ArrowRight');
  await expect(loss).toHaveAttribute('aria-valuetext', /^step 1, training \d/);

  const view = page.getByRole('button', { name: lab.curves.view });
  await view.press('Enter');
  const options = page.getByRole('dialog', { name: lab.curves.view });
  await page.keyboard.press('Tab');
  await page.keyboard.press('ArrowRight');
  await expect(options.getByRole('slider')).toHaveAttribute('aria-valuetext', '0.01');
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(options.getByRole('checkbox', { name: lab.curves.log })).toBeChecked();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(options).toHaveCount(0);
  await expect(view).toBeFocused();

  const saving = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save curves and history' }).click();
  await page.getByRole('menuitem', { name: 'Batches, CSV' }).click();
  const table = await readFile(await (await saving).path(), 'utf8');
  expect(table.split('\r\n')[0]).toBe('step,loss,accuracy');
  expect(table.trim().split('\r\n')).toHaveLength(3);

  const result = await page.getByText(/ right: \d/).textContent();
  await page.getByRole('radio', { name: lab.shows.layers }).click();
  const standing = page.getByRole('region', { name: lab.health.title });
  const shown = await page.evaluate(() => window.kernelscope.history().health!.layers);
  const [conv2d, dense] = [
    standing.getByRole('row', { name: /^conv2d/ }),
    standing.getByRole('row', { name: /^dense/ }),
  ];
  await expect(conv2d).toContainText(lab.health.deadOf(String(shown[0]!.dead), '2'));
  await expect(dense).toContainText(formatNumber(shown[1]!.gradient!));
  await page.getByRole('tab', { name: dock.tabs.code }).click();
  await page.getByRole('tab', { name: dock.tabs.train }).click();
  await expect(page.getByText(/ right: \d/)).toHaveText(result!);
  await expect(dense).toBeVisible();

  await page.getByRole('button', { name: /mistakes$/ }).click();
  const mistake = page.locator('.mistakes button').first();
  const name = (await mistake.getAttribute('aria-label'))!;
  await mistake.click();
  await expect(page.locator('.probe')).toContainText(/Test \w+ \d+/);
  const index = Number(/sample (\d+)/.exec(name)![1]);
  await expect(page.locator('.probe')).toContainText(`${index}`);
  await expectAccessible(page);
});
