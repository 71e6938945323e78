import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { build } from 'vite';

let bundle: Promise<string> | undefined;

/** The harness as one script. */
async function buildHarness(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      minify: false,
      target: 'es2022',
      lib: {
        entry: fileURLToPath(new URL('harness.ts', import.meta.url)),
        formats: ['iife'],
        name: 'harness',
      },
    },
  });
  const [result] = Array.isArray(built) ? built : [built];
  if (!result || !('output' in result)) throw new Error('vite gave no output.');
  return result.output[0].code;
}

/** An empty page with nothing but the harness on WebGL, and no GPU context of a page before it. */
export async function openHarness(page: Page, packed = false): Promise<void> {
  bundle ??= buildHarness();
  await page.goto('about:blank');
  await page.addScriptTag({ content: await bundle });
  await page.evaluate((asOnGpu) => window.parity.start(asOnGpu), packed);
}
