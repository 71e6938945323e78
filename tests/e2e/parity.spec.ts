import { expect, test } from '@playwright/test';
import { readCases } from '../parity/files.ts';
import { openHarness } from './parity/open-harness.ts';
import { failuresOf, runCases } from './parity/run-cases.ts';

/** Of what WebGL has programs of its own for, the least simple case; all cases: parity.long.spec.ts. */
const SAMPLE: Readonly<Record<string, string>> = {
  'layers/DepthwiseConv1D': '7x2 kernel_size=3 strides=2 dilation_rate=2 padding=same depth_multiplier=2',
  'layers/TimeDistributed': 'the causal stack',
  'training/optimizers': 'Adam',
};

test('WebGL gives what Keras gives: a sample', async ({ page }) => {
  for (const [file, sample] of Object.entries(SAMPLE)) {
    const cases = readCases<{ name: string }>(file).filter(({ name }) => name === sample);
    const outcomes = await runCases(page, file, cases);
    expect(failuresOf(outcomes)).toEqual([]);
    expect(outcomes).toHaveLength(1);
  }

  // The second finds the first one's program, which reads another texture.
  const [natural, reshaped] = await page.evaluate(() =>
    window.parity.spread().map((numbers) => [...numbers]),
  );
  const wanted = Array.from({ length: 2400 }, (_, cell) => 40 * Math.floor(cell / 80) + (cell % 40));
  expect(natural).toEqual(wanted);
  expect(reshaped).toEqual(wanted);
});

test('two small presets learn a batch in ten steps on WebGL', async ({ page }) => {
  await openHarness(page);
  for (const preset of ['lstm', 'convolution-and-pooling']) {
    const { loss } = await page.evaluate((id) => window.parity.learn(id), preset);
    expect(loss.after, preset).toBeLessThan(loss.before);
  }
});
