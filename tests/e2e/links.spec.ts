import { deflateRawSync } from 'node:zlib';
import { digits, twoConvolutions, withDropout } from './documents.ts';
import { expect, open, siteUrl, test, whenReady } from './site.ts';

const link = (bytes: Uint8Array) => `#k1=${Buffer.from(bytes).toString('base64url')}`;
const linkTo = (document: unknown) => link(deflateRawSync(JSON.stringify(document)));

test('a shared link opens the same document', async ({ page }) => {
  await open(page);
  const [url, document] = await page.evaluate(async (value) => {
    await window.kernelscope.setDocument(value);
    return [await window.kernelscope.shareUrl(), await window.kernelscope.getDocument()] as const;
  }, digits(withDropout));
  expect(url.startsWith(siteUrl())).toBe(true);
  // The whole of it, though this site stands under a sub-path.
  expect(url.length).toBeLessThanOrEqual(400);
  await page.goto('about:blank');
  await page.goto(url);
  await page.evaluate(whenReady);
  expect(await page.evaluate(() => window.kernelscope.getDocument())).toEqual(document);
});

const whole = deflateRawSync(JSON.stringify(digits(twoConvolutions)));
const damaged: readonly (readonly [string, string])[] = [
  ['cut in the middle', link(whole.subarray(0, whole.length / 2))],
  ['damaged', link(whole.map((byte, i) => (i % 7 === 3 ? byte ^ 0x55 : byte)))],
  ['a bomb', link(deflateRawSync(`{"title":"${'a'.repeat(50_000_000)}"}`))],
  ['not base64', '#k1=%%%&&&'],
  ['not JSON', link(deflateRawSync('kernelscope'))],
  ['an empty payload', '#k1='],
  [
    'over the budget',
    linkTo(digits([{ class_name: 'Conv2D', config: { filters: 9_000_000, kernel_size: 3 } }])),
  ],
];
test('a damaged link opens the default document and says what was wrong', async ({ page }) => {
  await open(page);
  const document = await page.evaluate(() => window.kernelscope.getDocument());
  for (const [name, hash] of damaged) {
    await test.step(name, async () => {
      await page.goto('about:blank');
      await open(page, hash);
      expect(await page.evaluate(() => window.kernelscope.getDocument())).toEqual(document);
      await expect(page.getByRole('alert')).toContainText(/link|document|At [a-z]/i);
    });
  }
});

test('Back and Forward move between documents', async ({ page }) => {
  const [one, two] = [digits(withDropout, { seed: 1 }), digits(twoConvolutions, { seed: 2 })];
  const seed = () =>
    page.evaluate(async () => ((await window.kernelscope.getDocument()) as { seed: number }).seed);
  await open(page, linkTo(one));
  expect(await seed()).toBe(1);
  await page.evaluate((hash) => {
    location.hash = hash;
  }, linkTo(two));
  await expect.poll(seed).toBe(2);
  await page.goBack();
  await expect.poll(seed).toBe(1);
  await page.goForward();
  await expect.poll(seed).toBe(2);
});
