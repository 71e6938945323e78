import type { Page } from '@playwright/test';
import { type Figure, median, quantile } from '../figure.ts';
import { type Ground, onPage, openSite } from '../ground.ts';
import { scriptAMove } from '../script-a-move.ts';

const OPENINGS = 12;
const LAYERS = ['conv2d', 'max_pooling2d', 'conv2d_1', 'dense'];

/** Hovering an open lens, and opening one. */
export async function measureLens({ browser, siteUrl }: Ground): Promise<Figure[]> {
  return onPage(browser, async (page) => {
    await openSite(page, siteUrl);
    // What moves by itself would be counted as the pointer's.
    await page.keyboard.press('Space');
    await page.evaluate(async () => {
      const document = (await window.kernelscope.getDocument()) as Record<string, unknown>;
      await window.kernelscope.setDocument({ ...document, view: { playing: false } });
    });
    const moves = await hover(page);
    const openings = await open(page);
    return [
      {
        name: 'hovering the lens, script a move',
        how: `p95 of ${moves.length} moves over the lens of conv2d_1 and its maps; median ${median(moves).toFixed(1)} ms`,
        value: quantile(moves, 0.95),
        unit: 'ms',
        limit: { most: 8 },
      },
      {
        name: 'opening a lens',
        how: `median of ${openings.length} openings of ${LAYERS.join(', ')}, from the press to the frame after its formula stands`,
        value: median(openings),
        unit: 'ms',
        limit: { most: 100 },
      },
    ];
  });
}

async function hover(page: Page): Promise<number[]> {
  await page.locator('[data-layer="conv2d_1"]').click();
  await page.waitForTimeout(1000);
  const times = await scriptAMove(page);
  await page.keyboard.press('Escape');
  return times;
}

async function open(page: Page): Promise<number[]> {
  const times: number[] = [];
  for (let n = 0; n < OPENINGS; n++) {
    await page.waitForTimeout(600);
    times.push(
      await page.evaluate(
        async (layer) => {
          const button = document.querySelector<HTMLElement>(`[data-layer="${layer}"]`)!;
          const start = performance.now();
          button.click();
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          while (!document.querySelector('[data-part="formula"]')?.textContent) await frame();
          await frame();
          return performance.now() - start;
        },
        LAYERS[n % LAYERS.length]!,
      ),
    );
    await page.keyboard.press('Escape');
  }
  return times;
}
