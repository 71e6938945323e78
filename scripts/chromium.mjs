/** Finds a Chromium for the browser tests and the bench, or installs one. Plain Node until a package is needed. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { root } from './install.mjs';

const DEBIAN = '/usr/bin/chromium';

/** What Playwright switches off, which is repeated: Chromium heeds the last such list only. */
const PLAYWRIGHT_OFF = [
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'ThirdPartyStoragePartitioning',
  'AvoidCorsURLLoaderRestartOnRedirect',
  'TcpPortRandomizationWin',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
];

/**
 * The list below the address bar is a page of the browser's own, made for every new window: it takes as much of the
 * processor as the page that is tested, which a visitor's window, open before, does not.
 */
const ADDRESS_BAR = ['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup'];

/**
 * Software rendering, so that every machine paints alike, and no traffic of the browser's own.
 * The sandbox needs rights that containers lack; only the project's own pages are opened.
 */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--use-angle=swiftshader',
  '--enable-unsafe-swiftshader',
  '--ignore-gpu-blocklist',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  `--disable-features=${[...PLAYWRIGHT_OFF, ...ADDRESS_BAR].join(',')}`,
];

/** The Chromium to use: CHROMIUM_PATH, Debian's, else Playwright's own; undefined where none is installed. */
export function findChromium(debian = DEBIAN) {
  const named = process.env.CHROMIUM_PATH;
  if (named) {
    if (existsSync(named)) return named;
    throw new Error(`CHROMIUM_PATH names ${named}, which does not exist.`);
  }
  if (existsSync(debian)) return debian;
  // Not imported above: this file is read before packages are installed.
  /** @type {typeof import('@playwright/test')} */
  const { chromium } = createRequire(import.meta.url)('@playwright/test');
  const own = chromium.executablePath();
  return existsSync(own) ? own : undefined;
}

/** Finds or installs a Chromium. Throws with a sentence that says what to do where neither works. */
export function ensureChromium(debian = DEBIAN) {
  const found = findChromium(debian);
  if (found) return found;
  if (process.platform === 'linux' && process.getuid?.() === 0 && runs('apt-get', ['--version'])) {
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    runs('apt-get', ['update', '-q'], quiet);
    runs('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium'], quiet);
  }
  if (!existsSync(debian)) runs('npx', ['playwright', 'install', 'chromium']);
  const installed = findChromium(debian);
  if (installed) return installed;
  throw new Error(
    'The browser tests need Chromium, and neither "apt-get install chromium" nor "npx playwright install chromium" ' +
      'worked here. Install Chromium or Chrome and set CHROMIUM_PATH to its program.',
  );
}

/**
 * @param {string} command
 * @param {string[]} args
 * @param {Record<string, string>} env
 */
function runs(command, args, env = {}) {
  const shell = process.platform === 'win32';
  const result = spawnSync(command, args, {
    cwd: root,
    stdio: 'ignore',
    env: { ...process.env, ...env },
    shell,
  });
  return result.status === 0;
}
