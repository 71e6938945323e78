import type { Page } from '@playwright/test';
import { kernelsText } from '../../src/text/kernels.ts';
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

/** Colours on their way from one to another are neither. */
const settled = (page: Page) =>
  page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'));

for (const width of [1440, 390]) {
  test(`axe finds nothing, at rest and in use, light and dark, ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await open(page);
    for (const [state, enter] of Object.entries(states)) {
      await enter(page);
      for (const colorScheme of ['light', 'dark'] as const) {
        await test.step(`${state}, ${colorScheme}`, async () => {
          await page.emulateMedia({ colorScheme });
          await settled(page);
          await expectAccessible(page);
          // Nothing sticks out sideways.
          const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
          expect(overflow).toBeLessThanOrEqual(0);
        });
      }
    }
  });
}
