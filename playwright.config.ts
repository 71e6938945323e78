import { defineConfig } from '@playwright/test';
import { CHROMIUM_FLAGS, findChromium } from './scripts/chromium.mjs';

const executablePath = findChromium();

/**
 * The page is put together and its canvases are painted without a GPU: through one that is rendered in software it
 * takes twice the time. WebGL, which one backend computes with, is left as it is.
 */
const WITHOUT_GPU = ['--disable-gpu-compositing', '--disable-accelerated-2d-canvas'];

/** A camera that shows a test picture, to those who are allowed to see it. */
const CAMERA = '--use-fake-device-for-media-stream';

/**
 * Browser tests of the built site: `npm run build` first. `*.timed.spec.ts` are those that need the machine for
 * themselves; `*.long.spec.ts` are those that take minutes.
 */
export default defineConfig({
  testDir: 'tests/e2e',
  outputDir: 'test-results',
  globalSetup: './tests/e2e/serve-site.ts',
  forbidOnly: true,
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 10_000 },
  reporter: 'list',
  use: {
    browserName: 'chromium',
    // A visit would fetch the whole site for later; tests/e2e/offline.spec.ts allows it.
    serviceWorkers: 'block',
    viewport: { width: 1440, height: 900 },
    launchOptions: {
      args: [...CHROMIUM_FLAGS, ...WITHOUT_GPU, CAMERA],
      ...(executablePath === undefined ? {} : { executablePath }),
    },
  },
  projects: [
    { name: 'quick', testMatch: '**/*.spec.ts', testIgnore: '**/*.{timed,long}.spec.ts' },
    { name: 'timed', testMatch: '**/*.timed.spec.ts', dependencies: ['quick'], workers: 1 },
    { name: 'long', testMatch: '**/*.long.spec.ts', timeout: 600_000 },
  ],
});
