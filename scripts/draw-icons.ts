/**
 * Draws the icons of the installed page, public/icons/, from public/favicon.svg with Chromium: `npx tsx
 * scripts/draw-icons.ts`. A maskable one fills its square, because each system cuts it to a shape of its own and only
 * a circle of 80% of its width is sure to stay.
 */
import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { root } from './install.mjs';

const picture = readFileSync(join(root, 'public/favicon.svg'), 'utf8');
const ground = /<rect width="32" height="32" rx="7" fill="(#[0-9a-f]{6})"\/>/.exec(picture)?.[1];
if (!ground) throw new Error('The ground of favicon.svg was not found.');
/** Share of a maskable icon's width that the picture has: its square of cells, 20 of 32, stays within the circle. */
const MASKABLE_SHARE = 0.85;

const folder = join(root, 'public/icons');
mkdirSync(folder, { recursive: true });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
try {
  const page = await browser.newPage();
  for (const size of [192, 512]) {
    await page.setViewportSize({ width: size, height: size });
    for (const [name, share, color] of [
      [`${size}.png`, 1, 'transparent'],
      [`maskable-${size}.png`, MASKABLE_SHARE, ground],
    ] as const) {
      const side = Math.round(size * share);
      await page.setContent(
        `<style>html{background:${color}}body{margin:0;height:100vh;display:grid;place-items:center}svg{width:${side}px;height:${side}px}</style>${picture}`,
      );
      await page.screenshot({ path: join(folder, name), omitBackground: true });
    }
  }
} finally {
  await browser.close();
}
