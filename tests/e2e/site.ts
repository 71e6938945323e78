import { AxeBuilder } from '@axe-core/playwright';
import { test as base, expect, type Page } from '@playwright/test';
import type { Scope } from '../../src/scope/scope.ts';

declare global {
  interface Window {
    readonly kernelscope: Scope;
  }
}

/** The address that the site under test is served at, ending in a slash. */
export function siteUrl(): string {
  const url = process.env.KERNELSCOPE_SITE;
  if (url === undefined) throw new Error('The site is not served: tests/e2e/serve-site.ts sets its address.');
  return url;
}

/** The address of a page of another origin: see tests/e2e/host. */
export function hostUrl(): string {
  return process.env.KERNELSCOPE_HOST ?? 'about:blank';
}

/** The address of pages that a test makes itself, on another site: a browser treats what they frame as a third party's. */
export function foreignUrl(): string {
  return process.env.KERNELSCOPE_FOREIGN ?? 'about:blank';
}

interface Guard {
  /** What the page reported so far that no test may leave behind: errors, refused resources, foreign requests. */
  readonly complaints: string[];
}

/**
 * Every test watches its page: an uncaught error, a console error (a violated content security policy is one) or a
 * request to another origin fails it. A test that breaks things on purpose empties `guard.complaints`.
 */
export const test = base.extend<{ guard: Guard }>({
  guard: [
    async ({ page }, use) => {
      const complaints: string[] = [];
      const ours = [siteUrl(), hostUrl(), foreignUrl()].map((url) => new URL(url).origin);
      page.on('pageerror', (error) => complaints.push(`uncaught: ${error.message}`));
      page.on('console', (message) => {
        if (message.type() === 'error')
          complaints.push(`console: ${message.text()} ${message.location().url}`);
      });
      page.on('request', (request) => {
        const url = new URL(request.url());
        const local = ours.includes(url.origin) || ['blob:', 'data:', 'about:'].includes(url.protocol);
        if (!local) complaints.push(`request to ${request.url()}`);
      });
      await use({ complaints });
      expect(complaints).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };

/** Opens the page (or another file of the site) and waits until its scope is ready. */
export async function open(page: Page, path = ''): Promise<void> {
  await page.goto(siteUrl() + path);
  await page.evaluate(whenReady);
}

/** In the page: waits until the scope answers, also where `ready` has given up because the machine is slow. */
export async function whenReady(): Promise<void> {
  const { kernelscope } = window;
  const giveUp = performance.now() + 30_000;
  let late: unknown;
  await kernelscope.ready.catch((error: unknown) => {
    late = error;
  });
  while (late !== undefined) {
    try {
      await kernelscope.activations();
      late = undefined;
    } catch {
      if (performance.now() > giveUp) throw late;
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
  }
}

/** Fails with what axe has found, one line a rule with the elements it means; by all rules unless told. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // Half a megabyte: what the page has already is not sent again.
  const there = await page.evaluate(() => 'axe' in window);
  // The page frames no other, so what axe finds needs no page of its own to be put together.
  const axe = new AxeBuilder({ page, ...(there ? { axeSource: ';' } : {}) })
    .setLegacyMode()
    // What passes is tested and not told.
    .options({ resultTypes: ['violations'] });
  const { violations } = await (rules ? axe.withRules([...rules]) : axe).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((n) => n.target).join(' | ')}`,
  );
  expect(found).toEqual([]);
}
