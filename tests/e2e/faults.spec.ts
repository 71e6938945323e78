import { digits, twoConvolutions, withDropout } from './documents.ts';
import { exposeContexts, loseContext, state, steps } from './lost-context.ts';
import { expect, open, test, whenReady } from './site.ts';

test('a GPU context lost while training: the run goes on', async ({ page }) => {
  test.setTimeout(120_000);
  await exposeContexts(page);
  await open(page);
  await page.evaluate(
    async (document) => {
      await window.kernelscope.setDocument(document);
      await window.kernelscope.setBackend('webgl');
      void window.kernelscope.train({ epochs: 3 });
    },
    digits(withDropout, { train: 400 }),
  );
  await expect.poll(() => steps(page), { timeout: 60_000 }).toBeGreaterThan(2);
  const before = await steps(page);
  await loseContext(page);
  await expect.poll(() => steps(page), { timeout: 10_000 }).toBeGreaterThan(before + 2);
  await page.evaluate(() => window.kernelscope.pause());
  const history = await page.evaluate(() => window.kernelscope.history());
  expect(history.batches.map(({ step }) => step)).toEqual(history.batches.map((_, i) => i + 1));
  expect(history.batches.every(({ loss }) => Number.isFinite(loss))).toBe(true);
});

for (const [how, crash] of [
  [
    'throws',
    () =>
      void setTimeout(() => {
        throw new Error('crash on purpose');
      }),
  ],
  ['is gone without a word', () => self.close()],
] as const) {
  test(`a worker that ${how} is replaced by one with the last document and weights`, async ({
    page,
    guard,
  }) => {
    await open(page);
    await page.evaluate(async (document) => {
      await window.kernelscope.setDocument(document);
      await window.kernelscope.step('batch');
    }, digits(twoConvolutions));
    const before = await state(page);
    await page
      .workers()[0]!
      .evaluate(crash)
      .catch(() => undefined);
    await expect(page.getByRole('status').filter({ hasText: /\w/ }).first()).toBeVisible();
    expect(await state(page)).toEqual(before);
    await page.evaluate(() => window.kernelscope.step('batch'));
    expect(await steps(page)).toBe(before.batches + 1);
    guard.complaints.length = 0;
  });
}

test('a worker that crashes while training: the run goes on', async ({ page, guard }) => {
  await open(page);
  await page.evaluate(
    async (document) => {
      await window.kernelscope.setDocument(document);
      void window.kernelscope.train({ epochs: 3 });
    },
    digits(twoConvolutions, { train: 1000 }),
  );
  await expect.poll(() => steps(page)).toBeGreaterThan(5);
  const before = await steps(page);
  await page.workers()[0]!.evaluate(
    () =>
      void setTimeout(() => {
        throw new Error('crash on purpose');
      }),
  );
  await expect.poll(() => steps(page)).toBeGreaterThan(before + 5);
  await page.evaluate(() => window.kernelscope.pause());
  guard.complaints.length = 0;
});

/** Source that takes something away from a page or its workers before any of their code runs. */
const missing: Readonly<Record<string, { readonly source: string; readonly backend: RegExp }>> = {
  WebGL: {
    source: `for (const canvas of ['OffscreenCanvas', 'HTMLCanvasElement']) {
      if (!self[canvas]) continue;
      const made = self[canvas].prototype.getContext;
      self[canvas].prototype.getContext = function (type, ...rest) {
        return /webgl/.test(type) ? null : made.call(this, type, ...rest);
      };
    }`,
    backend: /wasm|cpu/,
  },
  WebAssembly: { source: 'delete self.WebAssembly;', backend: /webgl|cpu/ },
};
for (const [name, { source, backend }] of Object.entries(missing)) {
  test(`without ${name} it still works`, async ({ page, guard }) => {
    await page.addInitScript(source);
    await page.route(/worker-[^/]*\.js$/, async (route) => {
      const response = await route.fetch();
      // Imports are hoisted, so what is taken away is gone before the engine starts, not before it is parsed.
      await route.fulfill({ response, body: `${source}\n${await response.text()}` });
    });
    await open(page);
    const seen = await page.evaluate(async (document) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      const history = await scope.step('batch');
      return { name: (await scope.backend()).name, loss: history.batches[0]!.loss };
    }, digits(withDropout));
    expect(seen.name).toMatch(backend);
    expect(seen.loss).toBeGreaterThan(0);
    guard.complaints.length = 0;
  });
}

test('without storage it still works', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'caches']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('no storage here', 'SecurityError');
        },
      });
    }
  });
  await open(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect((await page.evaluate(() => window.kernelscope.step('batch'))).batches).toHaveLength(1);
});

test('a data file that cannot be had is said, and training can be tried again', async ({ page, guard }) => {
  await page.route(/train-\d+\.bin$/, (route) => route.abort());
  await open(page);
  const error = await page.evaluate(() =>
    window.kernelscope.train({ epochs: 1 }).then(
      () => undefined,
      ({ code, message }: { code: string; message: string }) => ({ code, message }),
    ),
  );
  expect(error?.code).toBe('network');
  await page.unroute(/train-\d+\.bin$/);
  const { batches } = await page.evaluate(() => window.kernelscope.step('batch'));
  expect(batches).toHaveLength(1);
  guard.complaints.length = 0;
});

test('two tabs with the same document: each keeps its own model and run, the theme is that of both', async ({
  page,
  context,
}) => {
  const other = await context.newPage();
  const document = digits(twoConvolutions, { train: 64 });
  for (const tab of [page, other]) {
    await open(tab);
    await tab.evaluate((json) => window.kernelscope.setDocument(json), document);
  }
  await page.evaluate(() => window.kernelscope.step('batch'));
  const mine = await state(page);
  await other.evaluate(async () => {
    await window.kernelscope.reset({ seed: 99 });
    await window.kernelscope.step('epoch');
    localStorage.setItem('kernelscope.theme', 'dark');
  });
  const theirs = await state(other);
  expect(theirs).not.toEqual(mine);
  expect(await state(page)).toEqual(mine);
  // A history is not kept over a reload.
  for (const [tab, { dense }] of [
    [page, mine],
    [other, theirs],
  ] as const) {
    await tab.reload();
    await tab.evaluate(whenReady);
    expect(await state(tab)).toEqual({ dense, batches: 0 });
    await expect(tab.locator('html')).toHaveAttribute('data-theme', 'dark');
  }
  await other.close();
});
