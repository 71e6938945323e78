import { page as text } from '../../src/text/page.ts';
import { expect, open, siteUrl, test } from './site.ts';

test('with nothing clicked: a digit, its maps, the right answer, a sliding kernel', async ({ page }) => {
  await page.goto(siteUrl());
  const paintedAt = await page
    .waitForFunction(() => performance.getEntriesByName('kernelscope:first-maps')[0]?.startTime)
    .then((handle) => handle.jsonValue());
  // The bench measures this figure; here it only must not be lost altogether on a busy machine.
  expect(paintedAt).toBeLessThan(5000);

  const prediction = page.getByRole('region', { name: text.prediction.title });
  await expect(prediction).toContainText(/right/);
  await expect(prediction).toContainText(text.prediction.provenance.shipped);
  const seen = await page.evaluate(async () => {
    const scope = window.kernelscope;
    await scope.ready;
    const { dense } = await scope.activations('dense');
    const maps = Object.values(await scope.activations());
    return {
      best: Math.max(...dense!.data),
      blank: maps.filter(({ data }) => data.every((v) => v === 0)).length,
    };
  });
  expect(seen.best).toBeGreaterThan(0.5);
  expect(seen.blank).toBe(0);

  // The kernel slides: what is looked at moves from cell to cell by itself.
  const cells = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const seen = new Set<string>();
        const off = window.kernelscope.on('focus', (focus) => {
          seen.add(JSON.stringify(focus));
          if (seen.size < 3) return;
          off();
          resolve(seen.size);
        });
      }),
  );
  expect(cells).toBe(3);
});

test('the canvas shows something, in light and dark', async ({ page }) => {
  await open(page);
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await page.waitForTimeout(100);
    const colors = await page.evaluate(() => {
      const canvas = document.querySelector<HTMLCanvasElement>('.stage canvas')!;
      const { data } = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height);
      return new Set(new Uint32Array(data.buffer)).size;
    });
    expect(colors, colorScheme).toBeGreaterThan(50);
  }
});

test('with reduced motion nothing moves by itself', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const moved = await page.evaluate(
    () =>
      new Promise<boolean>((resolve) => {
        window.kernelscope.on('focus', () => resolve(true));
        setTimeout(() => resolve(false), 1500);
      }),
  );
  expect(moved).toBe(false);
});

test('Train moves curves, maps and figures; Reset shows the network untrained', async ({ page }) => {
  await open(page);
  const lab = page.getByRole('region', { name: text.lab.title });
  const prediction = page.getByRole('region', { name: text.prediction.title });
  await lab.getByRole('button', { name: text.lab.reset }).click();
  await page.getByRole('menuitem', { name: text.lab.resetSame }).click();
  await expect(prediction).toContainText('untrained');
  await lab.getByRole('button', { name: text.lab.train, exact: true }).click();
  await expect(lab.getByRole('button', { name: text.lab.pause })).toBeVisible();
  await expect
    .poll(() => page.evaluate(async () => (await window.kernelscope.history()).batches.length))
    .toBeGreaterThan(10);
  await expect(prediction).toContainText(text.prediction.provenance.running);
  await expect(lab).toContainText(/step \d+ of \d+/);
  await lab.getByRole('button', { name: text.lab.pause }).click();
  await expect(lab.getByRole('button', { name: text.lab.train, exact: true })).toBeVisible();
});
