import type { Page } from '@playwright/test';
import { expect } from './site.ts';

/** Weights and history, to be the same after a fault as before it. */
export const state = (page: Page) =>
  page.evaluate(async () => ({
    dense: Array.from((await window.kernelscope.getWeights('dense'))[0]!.data),
    batches: (await window.kernelscope.history()).batches.length,
  }));

export const steps = (page: Page) =>
  page.evaluate(async () => (await window.kernelscope.history()).batches.length);

/** Keeps every WebGL context of the page's workers in reach, so that a test can lose it. */
export async function exposeContexts(page: Page): Promise<void> {
  await page.route(/worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    const hook = `const made = OffscreenCanvas.prototype.getContext;
      OffscreenCanvas.prototype.getContext = function (...args) {
        const context = made.apply(this, args);
        if (String(args[0]).startsWith('webgl')) self.lastContext = context;
        return context;
      };`;
    await route.fulfill({ response, body: `${await response.text()}\n;${hook}` });
  });
}

export async function loseContext(page: Page): Promise<void> {
  const lost = await page
    .workers()
    .at(-1)!
    .evaluate(() => {
      const { lastContext } = self as unknown as { lastContext?: WebGL2RenderingContext };
      const extension = lastContext?.getExtension('WEBGL_lose_context');
      extension?.loseContext();
      return extension !== undefined && extension !== null;
    });
  expect(lost).toBe(true);
}
