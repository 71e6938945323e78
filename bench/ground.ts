import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { build } from 'vite';
import { CHROMIUM_FLAGS, ensureChromium } from '../scripts/chromium.mjs';
import { root } from '../scripts/install.mjs';
import { serve } from '../scripts/serve.mjs';
import type { Scope } from '../src/scope/scope.ts';

declare global {
  interface Window {
    readonly kernelscope: Scope;
  }
}

/** What measurements stand on: the built site and the bench's own pages, each served, and one browser. */
export interface Ground {
  readonly browser: Browser;
  readonly siteUrl: string;
  readonly benchUrl: string;
  /** The SIMD binary of the wasm backend, as the site serves it. */
  readonly wasmUrl: string;
  /** Bytes that the site's server has written so far. */
  readonly sent: () => number;
  close(): Promise<void>;
}

/** Not `dist/`: a bench must not pull the site away from under whoever serves it. */
const SITE = join(root, '.cache/bench-site');

/**
 * Chromium as it is on a machine without a GPU: pages are composited by the CPU, WebGL is SwiftShader's. All of its
 * usual flags would have the page itself drawn by SwiftShader's WebGL, which no browser does by itself.
 */
const FLAGS = CHROMIUM_FLAGS.filter((flag) => !/^--(?:use-angle=|ignore-gpu-blocklist)/.test(flag));

export async function prepareGround(): Promise<Ground> {
  const executablePath = ensureChromium();
  await build({ root, logLevel: 'error', build: { outDir: SITE, emptyOutDir: true } });
  await build({ configFile: join(root, 'bench/vite.config.ts') });
  const site = await serve({ root: SITE });
  const pages = await serve({ root: join(root, '.cache/bench') });
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  const simd = readdirSync(join(SITE, 'assets')).find((file) => /wasm-simd.*\.wasm$/.test(file));
  if (simd === undefined) throw new Error(`${SITE} has no SIMD binary of the wasm backend`);
  return {
    browser,
    siteUrl: site.url,
    benchUrl: pages.url,
    wasmUrl: `${site.url}assets/${simd}`,
    sent: site.sent,
    async close() {
      await browser.close();
      await site.close();
      await pages.close();
    },
  };
}

/** Does `work` on a page of its own, in a fresh context (nothing cached, nothing stored), and closes it. */
export async function onPage<T>(browser: Browser, work: (page: Page) => Promise<T>): Promise<T> {
  const context = await browser.newContext({
    viewport: { width: 1440, height: 900 },
    // What a page fetches for later, once it is at rest, is not measured.
    serviceWorkers: 'block',
  });
  // tsx wraps named functions in a helper, also those that are sent into the page.
  await context.addInitScript('globalThis.__name = (named) => named;');
  try {
    return await work(await context.newPage());
  } finally {
    await context.close();
  }
}

/** Waits until the scope answers, also where `ready` gives up because the machine is slow. */
export async function untilReady(page: Page): Promise<void> {
  await page.waitForFunction(() =>
    window.kernelscope.ready.then(
      () => true,
      () =>
        window.kernelscope.activations().then(
          () => true,
          () => false,
        ),
    ),
  );
}

/** Opens the site and waits until its scope is ready. */
export async function openSite(page: Page, siteUrl: string): Promise<void> {
  await page.goto(siteUrl);
  await untilReady(page);
}
