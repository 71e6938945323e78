/**
 * `npm run test:package`: the packed package in projects of its users, really installed: a script in Node, and a page
 * of Vite, React and TypeScript, which is built and opened in Chromium. `npm run package` first.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';
import { root } from './install.mjs';
import { serve } from './serve.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kernelscope-users-'));
const { devDependencies, dependencies } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Record<'devDependencies' | 'dependencies', Record<string, string>>;
const versions = { ...devDependencies, ...dependencies };

function npm(words: readonly string[], cwd: string): string {
  return execFileSync('npm', words, { cwd, encoding: 'utf8', shell: process.platform === 'win32' });
}

/** A project of tests/package/consumers with the tarball and these packages installed. */
function project(name: string, tarball: string, packages: readonly string[]): string {
  const cwd = join(folder, name);
  cpSync(join(root, 'tests/package/consumers', name), cwd, { recursive: true });
  const wanted = packages.map((known) => `${known}@${versions[known]}`);
  npm(['install', '--no-audit', '--no-fund', tarball, ...wanted], cwd);
  return cwd;
}

/** Says what the page shows once it is no longer `before`; throws what goes wrong on the page. */
async function openPage(dist: string): Promise<void> {
  const site = await serve({ root: dist });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  try {
    const page = await browser.newPage();
    const errors: string[] = [];
    page.on('pageerror', (error) => errors.push(error.message));
    await page.goto(site.url);
    const output = page.locator('output');
    await output.getByText('"ready":1').waitFor({ timeout: 30_000 });
    await page.getByRole('button', { name: 'Count' }).click();
    await output.getByText('"params":20').waitFor({ timeout: 10_000 });
    await page.frameLocator('kernel-scope iframe').locator('canvas').first().waitFor();
    const said = await output.textContent();
    if (errors.length > 0 || said !== '{"ready":1,"params":20,"error":""}') {
      throw new Error(`The page says ${said}; ${errors.join('; ') || 'no errors'}.`);
    }
  } finally {
    await browser.close();
    await site.close();
  }
}

try {
  const [tarball = ''] = npm(['pack', '--silent', join(root, 'dist-package')], folder)
    .trim()
    .split('\n');
  const packed = join(folder, tarball);
  console.log(`${tarball}: ${(statSync(packed).size / 1e6).toFixed(1)} MB`);

  const script = project('node', packed, ['react', 'react-dom', 'typescript']);
  console.log(execFileSync(process.execPath, ['summary.mjs'], { cwd: script, encoding: 'utf8' }).trim());
  npm(['exec', '--no', 'tsc'], script);
  console.log('Node: works, and its types hold.');

  const types = ['@types/react', '@types/react-dom'];
  const page = project('vite', packed, ['react', 'react-dom', 'typescript', 'vite', ...types]);
  npm(['run', 'build'], page);
  await openPage(join(page, 'dist'));
  console.log('Vite and React: builds, its types hold, and the widget is ready.');
} finally {
  rmSync(folder, { recursive: true });
}
