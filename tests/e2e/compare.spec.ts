import { comparisonText as text } from '../../src/text/comparison.ts';
import { dock } from '../../src/text/dock.ts';
import { expect, expectAccessible, open, test } from './site.ts';

/** A model of the weather that is trained in a moment. */
const lstm = {
  kernelscope: 1,
  title: 'A small LSTM',
  seed: 7,
  dataset: { name: 'weather', train: 96, test: 120 },
  model: {
    input_shape: [10, 5],
    layers: [
      { class_name: 'LSTM', config: { name: 'lstm', units: 2 } },
      { class_name: 'Dense', config: { name: 'dense', units: 1 } },
    ],
  },
  compile: { optimizer: 'adam', loss: 'mean_squared_error' },
  fit: { epochs: 2 },
};

const STACKS = [
  'Causal convolutions, feature by feature',
  'Causal convolutions, in the right order',
  'Causal convolutions over all features',
];

test('the causal stacks train on the weather beside the model in hand, and the page says which forecasts better', async ({
  page,
}) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), lstm);
  const before = await page.evaluate(() => window.kernelscope.getWeights('dense'));
  await page.getByRole('tab', { name: dock.tabs.compare }).click();
  const panel = page.getByRole('region', { name: text.title });
  // Models that are written for this data stand beside it from the start.
  for (const title of STACKS) await expect(panel.getByLabel(text.compare(title))).toBeVisible();
  for (const title of STACKS.slice(0, 2)) await expect(panel.getByLabel(text.compare(title))).toBeChecked();
  await panel.getByLabel(text.compare(STACKS[2]!)).check();
  await panel.getByRole('button', { name: text.train('4') }).click();
  await expect(panel.getByRole('button', { name: text.stop })).toBeVisible();
  await expect(
    panel.getByText(/forecasts better: off by .+ °C on average, the next by .+ °C\. Repeating/),
  ).toBeVisible({
    timeout: 60_000,
  });
  for (const title of ['A small LSTM', ...STACKS]) {
    const row = panel.getByRole('row', { name: new RegExp(title) });
    await expect(row).toContainText(/°C/);
  }
  await expect(panel.getByText(text.best, { exact: true })).toHaveCount(1);
  await expect(panel.getByRole('img', { name: text.forecasts('96') })).toBeVisible();
  await panel.getByRole('radio', { name: text.shows.loss }).click();
  await expect(panel.getByRole('img', { name: text.curves.loss.training })).toBeVisible();
  await expectAccessible(page);
  expect(await page.evaluate(() => window.kernelscope.getWeights('dense'))).toEqual(before);

  // A model opens as it was trained, and says the same of a test sample.
  await panel.getByRole('button', { name: text.open(STACKS[2]!) }).click();
  await expect(page.getByRole('button', { name: new RegExp(`^${STACKS[2]}`) })).toBeVisible();
  const { loss } = await page.evaluate(async () => {
    const { loss } = await window.kernelscope.evaluate({ split: 'test' });
    return { loss: loss as number };
  });
  await expect(panel.getByRole('row', { name: new RegExp(STACKS[2]!) })).toContainText(loss.toFixed(3));
});
