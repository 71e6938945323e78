import { deflateRawSync } from 'node:zlib';
import type { Frame, Page } from '@playwright/test';
import { page as text } from '../../src/text/page.ts';
import { digits, withDropout } from './documents.ts';
import { expect, hostUrl, siteUrl, test, whenReady } from './site.ts';

/** Opens a page of another origin with the site's frame in it, and waits for the frame's scope. */
async function embed(page: Page, source: string, sandbox?: string): Promise<Frame> {
  const query = new URLSearchParams({
    src: siteUrl() + source,
    ...(sandbox === undefined ? {} : { sandbox }),
  });
  await page.goto(`${hostUrl()}?${query}`);
  const frame = await page.waitForSelector('iframe').then((element) => element.contentFrame());
  await frame!.waitForFunction(() => 'kernelscope' in window);
  await frame!.evaluate(whenReady);
  return frame!;
}

test('embed.html works at an opaque origin, with nothing allowed but scripts', async ({ page }) => {
  const frame = await embed(page, 'embed.html?show=stage,prediction', 'allow-scripts');
  expect(await frame.evaluate(() => window.origin === 'null')).toBe(true);
  const sum = await frame.evaluate(async () => {
    await window.kernelscope.setInput({ split: 'test', index: 5 });
    const { dense } = await window.kernelscope.activations('dense');
    return dense!.data.reduce((total, p) => total + p, 0);
  });
  expect(sum).toBeCloseTo(1, 4);
  const { batches } = await frame.evaluate(() => window.kernelscope.step('batch'));
  expect(batches).toHaveLength(1);
  // The archives' own worker starts there, too.
  const { size, same } = await frame.evaluate(async () => {
    const blob = await window.kernelscope.toKeras();
    const before = await window.kernelscope.activations('dense');
    await window.kernelscope.reset({ seed: 99 });
    const { document, weights } = await window.kernelscope.fromKeras(blob);
    await window.kernelscope.setDocument(document, { weights });
    const after = await window.kernelscope.activations('dense');
    const [one, other] = [before, after].map((all) => [...all.dense!.data].join());
    return { size: blob.size, same: one === other };
  });
  expect(size).toBeGreaterThan(1000);
  expect(same).toBe(true);
  await expect(frame.getByRole('region', { name: text.prediction.title })).toBeVisible();
  await expect(frame.locator('.stage canvas').first()).toBeVisible();
});

test('show=lens shows a lens, on another origin', async ({ page }) => {
  const frame = await embed(page, 'embed.html?show=lens');
  await expect(frame.getByRole('region', { name: text.lens.panel })).toBeVisible();
  await expect(frame.getByRole('region', { name: text.lab.title })).toHaveCount(0);
});

test('the parts may stand in the fragment, after the link', async ({ page }) => {
  const document = {
    ...digits(withDropout),
    view: { focus: { layer: 'average_pooling2d', index: [2, 3, 1] }, playing: false },
  };
  const payload = deflateRawSync(JSON.stringify(document)).toString('base64url');
  const frame = await embed(page, `embed.html#k1=${payload}&show=lens,prediction`);
  const { title, layers } = await frame.evaluate(async () => {
    const { title } = (await window.kernelscope.getDocument()) as { title: string };
    return { title, layers: (await window.kernelscope.summary()).length };
  });
  expect({ title, layers }).toEqual({ title: 'Digits', layers: 5 });
  const panel = frame.getByRole('region', { name: text.lens.panel });
  await expect(panel).toContainText(text.lens.position('2', '3', '7', '7'));
  await expect(frame.getByRole('region', { name: text.prediction.title })).toBeVisible();
  await expect(frame.getByRole('region', { name: text.lab.title })).toHaveCount(0);
});

test('the site runs under its own strict policy, Trusted Types included', async ({ page }) => {
  const response = await page.goto(siteUrl());
  const policy = (await response!.allHeaders())['content-security-policy'];
  expect(policy).toContain("require-trusted-types-for 'script'");
  expect(policy).not.toContain('unsafe-inline');
  expect(policy).not.toContain("'unsafe-eval'");
  await page.evaluate(whenReady);
});
