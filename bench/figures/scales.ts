import type { Page } from '@playwright/test';
import { digits, twoConvolutions } from '../../tests/e2e/documents.ts';
import { type Figure, median } from '../figure.ts';
import { framesDuring } from '../frames-during.ts';
import { type Ground, onPage, openSite } from '../ground.ts';

const OPENINGS = 5;
const MOVES = 60;

const convolution = (name: string, filters: number) => ({
  class_name: 'Conv2D',
  config: { name, filters, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
});
const dense = { class_name: 'Dense', config: { name: 'dense', units: 10, activation: 'softmax' } };
const fit = { train: 320, epochs: 3 };

const DOCUMENTS = {
  '1,024 maps': digits(
    [
      convolution('conv2d', 1024),
      { class_name: 'GlobalAveragePooling2D', config: { name: 'global_average_pooling2d' } },
      dense,
    ],
    fit,
  ),
  '200 layers': digits(
    [
      ...Array.from({ length: 198 }, (_, layer) => convolution(`conv2d_${layer}`, 2)),
      { class_name: 'Flatten', config: { name: 'flatten' } },
      dense,
    ],
    fit,
  ),
};

/** The largest documents: how long they take to open, and how smooth the page stays on them. */
export async function measureScales({ browser, siteUrl }: Ground): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, document] of Object.entries(DOCUMENTS)) {
    const { opening, frames } = await onPage(browser, async (page) => {
      await openSite(page, siteUrl);
      const opening = await open(page, document);
      return {
        opening,
        frames: {
          hovering: await framesDuring(page, () => hover(page)),
          scrolling: await framesDuring(page, () => scroll(page)),
          training: await framesDuring(page, () => train(page)),
        },
      };
    });
    const slowest = Math.min(...Object.values(frames));
    const each = Object.entries(frames).map(([doing, rate]) => `${doing} ${rate.toFixed(1)}`);
    figures.push(
      {
        name: `opening ${name}`,
        how: `median of ${OPENINGS}, from the call to the frame in which its maps stand`,
        value: opening,
        unit: 'ms',
        limit: { most: 300 },
      },
      {
        name: `frames with ${name}`,
        how: `the slowest of medians: ${each.join(', ')}`,
        value: slowest,
        unit: 'frames a second',
        limit: { least: 50 },
      },
    );
  }
  return figures;
}

/** Milliseconds, each time after another document. */
async function open(page: Page, document: unknown): Promise<number> {
  const times: number[] = [];
  for (let n = 0; n < OPENINGS; n++) {
    times.push(
      await page.evaluate(
        async ([small, large]) => {
          const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
          await window.kernelscope.setDocument(small);
          for (let rest = 0; rest < 20; rest++) await frame();
          const start = performance.now();
          await window.kernelscope.setDocument(large);
          const painted = () => performance.getEntriesByName('kernelscope:redrawn').at(-1)?.startTime ?? 0;
          while (painted() < start) await frame();
          return painted() - start;
        },
        [digits(twoConvolutions), document] as const,
      ),
    );
  }
  return median(times);
}

async function hover(page: Page): Promise<void> {
  const box = (await page.locator('.stage-viewport').boundingBox())!;
  for (let move = 0; move < MOVES; move++) {
    const x = box.x + box.width * ((move * 0.013) % 1);
    await page.mouse.move(x, box.y + box.height * (0.2 + 0.6 * ((move * 0.037) % 1)));
    await page.waitForTimeout(20);
  }
}

async function scroll(page: Page): Promise<void> {
  for (let move = 0; move < MOVES; move++) {
    await page.mouse.wheel(move < MOVES / 2 ? 80 : -80, 0);
    await page.waitForTimeout(20);
  }
}

/** Trains for two seconds. */
async function train(page: Page): Promise<void> {
  await page.evaluate(async () => {
    const run = window.kernelscope.train();
    setTimeout(() => void window.kernelscope.pause(), 2000);
    await run;
  });
}
