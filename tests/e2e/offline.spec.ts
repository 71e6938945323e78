import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Page } from '@playwright/test';
import { emoji } from '../../src/model/examples/emoji.ts';
import { forecasters } from '../../src/model/examples/forecasters.ts';
import { dock } from '../../src/text/dock.ts';
import { offline } from '../../src/text/offline.ts';
import { digits, twoConvolutions } from './documents.ts';
import { built, type Releases, SECOND, serveReleases } from './releases.ts';
import { expect, siteUrl, test, whenReady } from './site.ts';

/** What the service worker's list names. */
const listed = [...readFileSync(join(built, 'sw.js'), 'utf8').matchAll(/"url":"([^"]+)"/g)].map(
  ([, url]) => url,
);

let releases: Releases;
test.beforeEach(async () => {
  releases = await serveReleases();
});
test.afterEach(async ({ guard }) => {
  await releases.remove();
  // The site has an address of its own here.
  const others = guard.complaints.filter((complaint) => !complaint.startsWith(`request to ${releases.url}`));
  guard.complaints.splice(0, guard.complaints.length, ...others);
});

const visit = async (page: Page) => {
  await page.goto(releases.url);
  await page.evaluate(whenReady);
};

/** Waits until the page is that of the second release. */
const second = async (page: Page) => {
  await expect(page.locator(`html[data-release="${SECOND}"]`)).toBeAttached({ timeout: 30_000 });
  await page.waitForFunction(() => 'kernelscope' in window);
  await page.evaluate(whenReady);
};

const release = (page: Page) => page.locator('html').getAttribute('data-release');

/** Something to lose: a trained model with a weight set by hand, and the history of the run. */
async function work(page: Page): Promise<void> {
  await page.evaluate(
    async (document) => {
      const scope = window.kernelscope;
      await scope.setDocument(document);
      await scope.train();
      const [kernel, bias] = await scope.getWeights('conv2d');
      await scope.setWeights('conv2d', [{ ...kernel!, data: [...kernel!.data].fill(0.5, 0, 3) }, bias!]);
    },
    digits(twoConvolutions, { train: 64 }),
  );
}

const model = (page: Page) =>
  page.evaluate(async () => ({
    document: await window.kernelscope.getDocument(),
    weights: (await window.kernelscope.getWeights('conv2d')).map(({ data }) => [...data]),
  }));

const batches = (page: Page) =>
  page.evaluate(async () => (await window.kernelscope.history()).batches.length);

/** Files that the browser keeps for when there is no network. */
const kept = (page: Page) =>
  page.evaluate(async () => {
    const [name] = await caches.keys();
    const requests = await (await caches.open(name!)).keys();
    return requests.map(({ url }) => url.replace(/\?.*$/, '').slice(location.href.length));
  });

/** Opens a part whose script comes only now. */
const openTab = (page: Page, tab: keyof typeof dock.tabs) =>
  page.getByRole('tab', { name: dock.tabs[tab] }).click();

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a new release waits under an open tab; after one visit no network is needed', async ({
    page,
    context,
  }) => {
    await visit(page);
    await expect(page.getByText(offline.offers.ready)).toBeVisible({ timeout: 30_000 });
    expect((await kept(page)).toSorted()).toEqual(listed.toSorted());
    await work(page);
    const before = await model(page);

    // Another release takes the place of the first; what the open tab has not loaded yet is still there.
    releases.deploy();
    await page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()));
    await expect(page.getByText(offline.offers.release)).toBeVisible({ timeout: 30_000 });
    await openTab(page, 'code');
    await expect(page.locator('.cm-editor').first()).toBeVisible();
    expect(await batches(page)).toBe(2);
    expect(await model(page)).toEqual(before);

    // It is not taken while another tab has the old one, and then only when the reader says so.
    const other = await context.newPage();
    await visit(other);
    expect(await release(other)).toBeNull();
    const reload = page.getByRole('button', { name: offline.reload, exact: true });
    await reload.click();
    await expect(page.getByText(offline.offers.elsewhere)).toBeVisible();
    await other.close();
    await reload.click();
    await second(page);
    expect(await model(page)).toEqual(before);

    // The server is gone: page, model, scripts, data and training are there.
    await releases.close();
    await page.reload();
    await page.evaluate(whenReady);
    expect(await release(page)).toBe(SECOND);
    expect(await model(page)).toEqual(before);
    await openTab(page, 'data');
    await page.evaluate(() => {
      location.hash = 'lesson=lstm-units';
    });
    await expect.poll(() => page.evaluate(() => window.kernelscope.lesson()?.id)).toBe('lstm-units');
    for (const { document } of [emoji, forecasters[0]!]) {
      const seen = await page.evaluate(async (json) => {
        const scope = window.kernelscope;
        await scope.setDocument(json);
        await scope.setInput({ split: 'test', index: 5 });
        return { batches: (await scope.step('batch')).batches.length, bytes: (await scope.toKeras()).size };
      }, document);
      expect(seen.batches).toBe(1);
      expect(seen.bytes).toBeGreaterThan(1000);
    }
  });
});

test('a script of an older release that is gone: one reload, with the model kept', async ({
  page,
  guard,
}) => {
  await visit(page);
  await work(page);
  const before = await model(page);
  releases.deploy();
  await openTab(page, 'code');
  await second(page);
  expect(await model(page)).toEqual(before);

  // What is gone although the release is the same stays gone: it is said, and nothing is reloaded.
  await page.route(/\/assets\/(data-panel|kernel-bar)/, (route) => route.abort());
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  await openTab(page, 'data');
  await expect(page.getByText(offline.offers.incomplete)).toBeVisible();
  await expect(page.locator('.stage canvas').first()).toBeVisible();
  // Nor does the next part that comes late wait for one that cannot.
  await page.getByRole('button', { name: /^conv2d, / }).click();
  await expect(page.locator('.layer-form input').first()).toBeVisible();
  await expect(page.locator('.kernel-bar')).toBeEmpty();
  expect(loads).toEqual([]);
  guard.complaints.length = 0;
});

test('where the deploy keeps older files, an open tab goes on without a reload', async ({ page }) => {
  await visit(page);
  releases.deploy({ keeping: true });
  await openTab(page, 'code');
  await expect(page.locator('.cm-editor').first()).toBeVisible();
  expect(await release(page)).toBeNull();
});

test('where nothing can be stored, a worker whose script is gone reloads nothing', async ({
  page,
  guard,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new DOMException('no storage here', 'SecurityError');
      },
    });
  });
  await visit(page);
  releases.deploy();
  const loads: string[] = [];
  page.on('load', () => loads.push(page.url()));
  // The engine's worker goes, and the script of another one is not there any more.
  await page
    .workers()[0]!
    .evaluate(() => self.close())
    .catch(() => undefined);
  await expect(page.getByText(offline.offers.incomplete)).toBeVisible();
  expect(loads).toEqual([]);
  guard.complaints.length = 0;
});

for (const file of readdirSync(built).filter((name) => name.endsWith('.html') && name !== 'index.html')) {
  test(`${file} keeps the site's policy`, async ({ page }) => {
    await page.addInitScript(() => {
      addEventListener('securitypolicyviolation', (event) => {
        console.error((event as SecurityPolicyViolationEvent).violatedDirective);
      });
    });
    await page.goto(siteUrl() + file, { waitUntil: 'networkidle' });
  });
}

test('opened as a file it says what it needs', async ({ page, guard }) => {
  await page.goto(pathToFileURL(join(built, 'index.html')).href);
  await expect(page.getByText('starts only from a web server')).toBeVisible();
  await expect(page.getByText('startet nur von einem Webserver')).toBeVisible();
  guard.complaints.length = 0;
});
