import type { Page } from '@playwright/test';
import { page as text } from '../../src/text/page.ts';
import { expect, expectAccessible, open, test } from './site.ts';

/** The states of the page that axe looks at. Each starts from the page at rest. */
const states: Readonly<Record<string, (page: Page) => Promise<void>>> = {
  rest: async () => undefined,
  lens: async (page) => {
    await page.locator('[data-layer="conv2d_1"]').click();
    await expect(page.getByRole('region', { name: text.lens.panel })).toBeVisible();
    await page.waitForTimeout(500);
  },
  training: async (page) => {
    await page.getByRole('button', { name: text.lab.train, exact: true }).click();
    await expect
      .poll(() => page.evaluate(async () => (await window.kernelscope.history()).batches.length))
      .toBeGreaterThan(0);
  },
  error: async (page) => {
    await page.evaluate(() => {
      location.hash = '#k1=damaged';
    });
    await expect(page.getByRole('alert')).toContainText(/\w/);
  },
};

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 390]) {
    for (const [state, enter] of Object.entries(states)) {
      test(`axe finds nothing: ${state}, ${colorScheme}, ${width} px`, async ({ page }) => {
        await page.setViewportSize({ width, height: 900 });
        await page.emulateMedia({ colorScheme });
        await open(page);
        await enter(page);
        await expectAccessible(page);
        // Nothing sticks out sideways.
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      });
    }
  }
}
