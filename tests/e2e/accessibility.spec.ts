import type { Page } from '@playwright/test';
import { cone15 } from '../../src/model/examples/causal-cones.ts';
import { lstmParameters } from '../../src/model/examples/lstm-parameters.ts';
import { comparisonText } from '../../src/text/comparison.ts';
import { coneTexts } from '../../src/text/cone.ts';
import { dock } from '../../src/text/dock.ts';
import { kernelsText } from '../../src/text/kernels.ts';
import { ownDataText } from '../../src/text/own-data-page.ts';
import { page as text } from '../../src/text/page.ts';
import { expect, expectAccessible, open, test } from './site.ts';

async function lens(page: Page): Promise<void> {
  await page.locator('[data-layer="conv2d_1"]').click();
  await expect(page.getByRole('region', { name: text.lens.panel })).toBeVisible();
  await expect(page.getByRole('region', { name: kernelsText.panel })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'filters' })).toBeVisible();
}

/** The states of the page that axe looks at, one after the other. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  rest: async (page) => {
    await expect(page.getByRole('heading', { level: 1 })).toBeAttached();
  },
  lens,
  training: async (page) => {
    await page.keyboard.press('Escape');
    await expect(page.getByRole('region', { name: text.lens.panel })).toBeHidden();
    await page.getByRole('button', { name: text.lab.train, exact: true }).click();
    await expect
      .poll(() => page.evaluate(async () => (await window.kernelscope.history()).batches.length))
      .toBeGreaterThan(0);
  },
  projector: async (page) => {
    await page.evaluate(() => window.kernelscope.pause());
    await page.keyboard.press('Alt+p');
    await lens(page);
  },
  error: async (page) => {
    await page.evaluate(() => {
      location.hash = '#k1=damaged';
    });
    await expect(page.getByRole('alert')).toContainText(/\w/);
  },
};

/** A model of sequences with three heads, no data set of its own shape, and forms of every kind of argument. */
const HEADS = {
  kernelscope: 1,
  title: 'Heads',
  seed: 7,
  dataset: { name: 'mnist' },
  model: {
    input_shape: [12, 3],
    layers: [
      {
        class_name: 'LSTM',
        config: { name: 'lstm', units: 4, return_sequences: true, kernel_regularizer: 'l2' },
      },
      { class_name: 'Conv1D', config: { name: 'conv1d', filters: 4, kernel_size: 3, padding: 'causal' } },
      { class_name: 'GlobalMaxPooling1D', config: { name: 'pool' } },
      ...['a', 'b', 'c', 'd'].map((name) => ({
        class_name: 'Dense',
        config: { name, units: 3, activation: 'softmax' },
        inputs: ['pool'],
      })),
    ],
    outputs: ['a', 'b', 'c', 'd'],
  },
};

/** States of other models and of the builder's parts. */
const otherStates: typeof states = {
  heads: async (page) => {
    await page.evaluate((document) => window.kernelscope.setDocument(document), HEADS);
    await expect(page.getByRole('button', { name: text.prediction.head })).toBeVisible();
  },
  'form of a recurrent layer': async (page) => {
    await page.locator('[data-layer="lstm"]').click();
    await expect(page.getByRole('textbox', { name: 'units' })).toBeVisible();
  },
  'the input': async (page) => {
    await page.keyboard.press('Escape');
    await page.locator('[data-layer="input"]').click();
    await expect(page.getByRole('dialog')).toBeVisible();
  },
  'a causal cone': async (page) => {
    await page.keyboard.press('Escape');
    await page.evaluate((document) => window.kernelscope.setDocument(document), cone15.document);
    await expect(page.getByRole('region', { name: coneTexts.panel })).toBeVisible();
  },
  'an unrolled recurrent layer': async (page) => {
    await page.evaluate((document) => window.kernelscope.setDocument(document), lstmParameters.document);
    await expect(page.locator('[data-part="formula"]')).toContainText('tanh(c)');
  },
  'own data': async (page) => {
    await page.keyboard.press('Escape');
    await page.getByRole('tab', { name: dock.tabs.data }).click();
    const rows = Array.from(
      { length: 200 },
      (_, row) => `${row / 10};${row % 7};${row % 20 < 10 ? 'on' : 'off'}`,
    );
    await page.setInputFiles('input[data-own="files"]', {
      name: 'motor.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(`time;current;state\n${rows.join('\n')}\n`),
    });
    const own = page.getByRole('region', { name: ownDataText.title });
    await expect(own.getByText(ownDataText.table('200', '3'))).toBeVisible();
    await expect(own.getByRole('button', { name: ownDataText.use })).toBeVisible();
  },
  'models side by side': async (page) => {
    await page.getByRole('tab', { name: dock.tabs.compare }).click();
    await expect(page.getByRole('region', { name: comparisonText.title })).toBeVisible();
  },
};

/** Colours on their way from one to another are neither. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));

async function lookAt(page: Page, states: Readonly<Record<string, (page: Page) => Promise<void>>>) {
  for (const [state, enter] of Object.entries(states)) {
    await enter(page);
    for (const colorScheme of ['light', 'dark'] as const) {
      await test.step(`${state}, ${colorScheme}`, async () => {
        await page.emulateMedia({ colorScheme });
        await settled(page);
        // What else axe looks at is the same in both.
        await expectAccessible(page, colorScheme === 'dark' ? ['color-contrast'] : undefined);
        // Nothing sticks out sideways.
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
}

for (const width of [1440, 390]) {
  test(`axe finds nothing, at rest and in use, light and dark, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    await lookAt(page, states);
    await lookAt(page, otherStates);
  });
}
