import { expect, test } from '@playwright/test';
import { PRESETS } from '../../src/formats/presets/presets.ts';
import { layerFiles, readCases } from '../parity/files.ts';
import { openHarness } from './parity/open-harness.ts';
import { failuresOf, runCases, worstOf } from './parity/run-cases.ts';

const FILES = [
  ...layerFiles().map((file) => `layers/${file}`),
  'measures/losses',
  'measures/metrics',
  ...['optimizers', 'losses', 'regularizers', 'constraints', 'models'].map((group) => `training/${group}`),
];

for (const packed of [false, true]) {
  for (const file of FILES) {
    const name = `${file} on WebGL${packed ? ', packed as on a GPU' : ''}`;
    test(name, async ({ page }) => {
      const cases = readCases<{ name: string }>(file);
      const outcomes = await runCases(page, file, cases, packed);
      console.log(`${name}: ${outcomes.length} cases, largest errors ${worstOf(outcomes)}`);
      expect(failuresOf(outcomes)).toEqual([]);
      expect(outcomes).toHaveLength(cases.length);
    });
  }
}

for (const { id } of PRESETS) {
  test(`${id} learns a batch in ten steps on WebGL`, async ({ page }) => {
    await openHarness(page);
    const start = performance.now();
    const { loss, tensors } = await page.evaluate((preset) => window.parity.learn(preset), id);
    const seconds = Math.round((performance.now() - start) / 1000);
    console.log(`${id}: loss ${loss.before.toFixed(4)}, then ${loss.after.toFixed(4)}, in ${seconds} s`);
    expect(loss.after).toBeLessThan(loss.before);
    expect(tensors.last).toBe(tensors.first);
    expect(tensors.disposed).toBe(tensors.before);
  });
}
