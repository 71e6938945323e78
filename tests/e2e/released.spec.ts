import embeds from '../formats/released-embeds.json' with { type: 'json' };
import links from '../formats/released-links.json' with { type: 'json' };
import { expect, open, test } from './site.ts';

test('every link of every release opens its document', async ({ page }) => {
  await open(page);
  const failed = await page.evaluate(async (released) => {
    const { kernelscope } = window;
    const wrong: string[] = [];
    for (const { title, fragment, document } of released) {
      const wanted = JSON.stringify(document);
      const giveUp = performance.now() + 20_000;
      location.hash = fragment;
      while (JSON.stringify(await kernelscope.getDocument()) !== wanted && performance.now() < giveUp)
        await new Promise((resolve) => setTimeout(resolve, 20));
      // A document is in hand once it is built and traced.
      const opened = JSON.stringify(await kernelscope.getDocument()) === wanted;
      const refused = window.document.querySelector('.notice.error')?.textContent;
      if (!opened || refused) wrong.push(`${title}: ${refused ?? 'another document'}`);
    }
    return wrong;
  }, links);
  expect(failed).toEqual([]);
});

test('every widget of every release opens what it did, as it did', async ({ page }) => {
  await open(page, `embed.html${embeds[0]!.fragment}`);
  const html = page.locator('html');
  const documents = new Map(links.map(({ fragment, document }) => [fragment, document]));
  for (const { fragment, options } of embeds) {
    await test.step(fragment.slice(fragment.lastIndexOf('&') + 1), async () => {
      await page.evaluate((hash) => {
        location.hash = hash;
      }, fragment);
      if ('lang' in options) await expect(html).toHaveAttribute('lang', options.lang);
      if ('theme' in options) await expect(html).toHaveAttribute('data-theme', options.theme);
      if ('lesson' in options) {
        const id = () => page.evaluate(() => (window.kernelscope.lesson() as { id: string } | undefined)?.id);
        await expect.poll(id).toBe(options.lesson);
        await expect(page.locator('.notice.error')).toHaveCount(0);
        return;
      }
      const document = documents.get(fragment.replace(/&(?!w1=).*$/, ''));
      // With reduced data there are fewer samples.
      const wanted = 'data' in options ? { model: document!.model } : document!;
      await expect.poll(() => page.evaluate(() => window.kernelscope.getDocument())).toMatchObject(wanted);
      const show: readonly string[] = 'show' in options ? options.show : ['stage'];
      for (const [part, selector] of PARTS)
        await expect(page.locator(`.widget ${selector}`)).toHaveCount(show.includes(part) ? 1 : 0);
    });
  }
});

const PARTS = [
  ['probe', '.probe'],
  ['prediction', '.prediction'],
  ['lab', '.lab'],
] as const;
