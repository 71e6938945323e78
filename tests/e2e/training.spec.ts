import { digits, twoConvolutions, withDropout } from './documents.ts';
import { expect, expectAccessible, open, test } from './site.ts';

for (const [backend, train] of [
  ['wasm', 330],
  ['cpu', 130],
] as const) {
  test(`the same document trained twice gives the same history, bit for bit, on ${backend}`, async ({
    page,
  }) => {
    const document = digits(withDropout, { train, epochs: 2 });
    const run = async () => {
      await open(page);
      return page.evaluate(
        async ([value, name]) => {
          const scope = window.kernelscope;
          await scope.setBackend(name);
          await scope.setDocument(value);
          const { batches, epochs } = await scope.train();
          const weights = (await scope.getWeights('dense'))[0]!.data;
          return { batches, epochs, weights: Array.from(weights) };
        },
        [document, backend] as const,
      );
    };
    const first = await run();
    const second = await run();
    // A short last batch is trained too.
    expect(first.batches).toHaveLength(2 * Math.ceil(train / 32));
    expect(first.epochs).toHaveLength(2);
    expect(second).toEqual(first);
  });
}

test('2,000 digits teach more than 92% of 500 unseen ones within ten epochs', async ({ page }) => {
  test.setTimeout(180_000);
  await open(page);
  const seen = await page.evaluate(
    async (document) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      await scope.reset();
      const accuracies: number[] = [];
      let traces = 0;
      scope.on('trace', () => traces++);
      for (let epochs = 0; epochs < 10 && (accuracies.at(-1) ?? 0) <= 0.92; epochs += 2) {
        await scope.train({ epochs: 2 });
        accuracies.push((await scope.evaluate({ split: 'test' })).accuracy as number);
      }
      return { accuracies, traces };
    },
    digits(twoConvolutions, { train: 2000, test: 500 }),
  );
  expect(seen.accuracies.at(-1), `${seen.accuracies}`).toBeGreaterThan(0.92);
  expect(seen.traces).toBeGreaterThan(20);
});

test('in a tab that is opened hidden all parts come, and training goes on', async ({ page }) => {
  // Freezes frames, as a tab in the background does.
  await page.addInitScript(() => {
    Object.defineProperty(document, 'visibilityState', { get: () => 'hidden' });
    Object.defineProperty(document, 'hidden', { get: () => true });
    window.requestAnimationFrame = () => 0;
  });
  await open(page);
  await page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')));
  for (const part of ['header button', '.probe canvas', '.lab-run', '.confusion button', '.output-picture *'])
    await expect(page.locator(part).first()).toBeAttached();
  await page.evaluate(
    (document) => window.kernelscope.setDocument(document),
    digits(twoConvolutions, { train: 1000 }),
  );
  const { epochs } = await page.evaluate(() => window.kernelscope.train({ epochs: 1 }));
  expect(epochs).toHaveLength(1);
});

test('a training repeated ten times: ten dots, and nothing in hand changes', async ({ page }) => {
  await open(page);
  const before = await page.evaluate(
    async (document) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      return { document: scope.getDocument(), weights: await scope.getWeights('dense') };
    },
    digits(twoConvolutions, { train: 32, test: 32 }),
  );
  const experiment = page.getByRole('region', { name: 'Repeats with other seeds' });
  await experiment.getByRole('button', { name: 'Repeat 10 times' }).click();
  await expect(experiment.getByRole('status')).toContainText('10 of 10');
  await expect(experiment.getByRole('listitem')).toHaveCount(10);
  await expect(experiment.getByRole('status')).toContainText(/accuracy .* ± /);
  await expectAccessible(page);
  const after = await page.evaluate(async () => {
    const scope = window.kernelscope;
    return {
      document: scope.getDocument(),
      weights: await scope.getWeights('dense'),
      history: scope.history().batches,
    };
  });
  expect(after).toEqual({ ...before, history: [] });
});
