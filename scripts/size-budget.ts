/**
 * What a first visit of the built site transfers, on the wire: Chromium opens it with nothing cached, and every byte
 * that the server writes until nothing more is asked for is counted, headers included, gzipped as a static host does it.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { STATIC_IMPORT } from './first-visit.ts';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const BUDGET_KB = 700;
/** Parts of the page that a first visit is sure to ask for: where one is missing, the page was not seen to the end. */
const EXPECTED = [/\/mount-.*\.js$/, /\/panels-.*\.js$/, /\.wasm$/, /\/mnist\//];

const folder = join(root, process.argv[2] ?? 'dist');

/** The script that a host's page loads for the tag, gzipped; it may load nothing beside itself. */
const TAG_BUDGET = 3072;
const tag = readFileSync(join(folder, 'kernel-scope.js'));
const tagSize = gzipSync(tag).length;
console.log(`${(tagSize / 1024).toFixed(2).padStart(7)} KiB kernel-scope.js, of ${TAG_BUDGET / 1024} KiB`);
if (tagSize > TAG_BUDGET || STATIC_IMPORT.test(tag.toString())) {
  console.error(`kernel-scope.js is ${tagSize} bytes gzipped; ${TAG_BUDGET}, and no import, are the budget.`);
  process.exitCode = 1;
}

const site = await serve({ root: folder });
const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
try {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const sizes = new Map<string, number>();
  // The context's requests are those of the page and of its worker.
  context.on('requestfinished', async (request) => {
    const { responseBodySize, responseHeadersSize } = await request.sizes().catch(() => ({
      responseBodySize: 0,
      responseHeadersSize: 0,
    }));
    const path = new URL(request.url()).pathname;
    sizes.set(path, Math.max(sizes.get(path) ?? 0, responseBodySize + responseHeadersSize));
  });
  const page = await context.newPage();
  await page.goto(site.url);
  await page.evaluate('kernelscope.ready');
  await page.waitForLoadState('networkidle');
  const total = site.sent() / 1000;
  const rows = [...sizes].toSorted(([, a], [, b]) => b - a);
  for (const [path, size] of rows) console.log(`${(size / 1000).toFixed(1).padStart(7)} kB  ${path}`);
  console.log(`${total.toFixed(1).padStart(7)} kB  of ${BUDGET_KB} kB`);
  const missing = EXPECTED.filter((pattern) => !rows.some(([path]) => pattern.test(path)));
  if (missing.length > 0) throw new Error(`A first visit did not ask for ${missing.join(', ')}.`);
  if (total > BUDGET_KB) {
    console.error(`A first visit transfers ${total.toFixed(0)} kB; ${BUDGET_KB} kB is the budget.`);
    process.exitCode = 1;
  }
} finally {
  await browser.close();
  await site.close();
}
