import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { page as text } from '../../src/text/page.ts';
import { share } from '../../src/text/share.ts';
import { digits, twoConvolutions, withDropout } from './documents.ts';
import { expect, expectAccessible, open, siteUrl, test, whenReady } from './site.ts';

const tab = (page: Page, name: string) =>
  page.getByRole('dialog', { name: share.title }).getByRole('tab', { name });

test('the panel gives links and code that open what it says, by keyboard', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'], {
    origin: new URL(siteUrl()).origin,
  });
  await open(page);
  const button = page.getByRole('button', { name: text.header.share });
  await button.focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('dialog', { name: share.title });
  await expect(panel).toBeFocused();
  const link = panel.getByRole('textbox', { name: share.link });
  await expect(link).toHaveValue(/#k1=/);

  // What changes on the page changes here.
  const before = await link.inputValue();
  await page.evaluate((document) => window.kernelscope.setDocument(document), digits(withDropout));
  await expect(link).not.toHaveValue(before);
  await panel.getByRole('button', { name: `${share.copy}: ${share.link}` }).press('Enter');
  await expect(panel.getByText(share.copied)).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link.inputValue());

  // Where the browser refuses, the text is selected.
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('denied'));
  });
  await panel.getByRole('checkbox', { name: share.withView }).press('Space');
  await expect(link).toHaveValue(/#k1=/);
  await panel.getByRole('button', { name: `${share.copy}: ${share.link}` }).press('Enter');
  await expect(panel.getByText(share.copyByHand)).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await link.inputValue());
  await expectAccessible(page);

  // Too many weights for a link: how many characters there would be, and a file instead.
  await page.evaluate(
    (document) => window.kernelscope.setDocument(document),
    digits([
      { class_name: 'Flatten', config: {} },
      { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
    ]),
  );
  await panel.getByRole('checkbox', { name: share.withWeights }).press('Space');
  await expect(panel.getByRole('alert')).toContainText(/\d,\d{3} characters; 8,000/);
  await panel.getByRole('button', { name: share.toFile }).press('Enter');
  await expect(tab(page, share.tabs.file)).toHaveAttribute('aria-selected', 'true');

  await panel.getByRole('button', { name: share.close }).focus();
  await page.keyboard.press('Escape');
  await expect(panel).toHaveCount(0);
  await expect(button).toBeFocused();
});

test('the preview is the widget itself, and leaves the page’s training alone', async ({ page }) => {
  await open(page);
  await page.evaluate((document) => window.kernelscope.setDocument(document), digits(twoConvolutions));
  await page.getByRole('button', { name: text.header.share }).click();
  await tab(page, share.tabs.embed).click();
  expect(page.frames()).toHaveLength(1);
  await page.getByRole('checkbox', { name: share.partNames.prediction }).check();
  await page.evaluate(() => void window.kernelscope.train({ epochs: 50 }));
  await page.getByRole('checkbox', { name: share.preview }).check();
  const widget = page.frameLocator('iframe');
  await expect(widget.locator('.stage canvas').first()).toBeVisible({ timeout: 30_000 });
  await expect(widget.locator('.prediction')).toBeVisible();
  const steps = () => page.evaluate(() => window.kernelscope.history().batches.length);
  const atPreview = await steps();
  await expect.poll(steps).toBeGreaterThan(atPreview);

  // The code is that of the preview.
  const code = await page.getByRole('textbox', { name: share.iframe }).inputValue();
  const src = await page.locator('.share-preview iframe').getAttribute('src');
  expect(code).toContain(`src="${src!.replaceAll('&', '&amp;')}"`);
  expect(code).toContain('loading="lazy"');
  expect(await page.getByRole('textbox', { name: share.tag }).inputValue()).toContain(
    'show="stage,prediction"',
  );
  await page.getByRole('checkbox', { name: share.preview }).uncheck();
  expect(page.frames()).toHaveLength(1);
  await page.evaluate(() => window.kernelscope.pause());
});

test('pictures and files: of what is in focus, and opened again where they are dropped', async ({ page }) => {
  await open(page);
  const saved = async (name: string) => {
    const coming = page.waitForEvent('download');
    await page.getByRole('button', { name }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), text: readFileSync(await download.path(), 'utf8') };
  };
  await page.getByRole('button', { name: text.header.share }).click();
  await tab(page, share.tabs.picture).click();
  const network = await saved(share.picture.saveSvg);
  expect(network.text).toContain('<title>Digits, the whole network</title>');
  expect(network.text).toContain('max_pooling2d');
  await page.evaluate(() => {
    window.document.querySelector<HTMLElement>('[data-layer="conv2d"]')!.click();
  });
  await page.keyboard.press('Space');
  await expect(page.getByText(/Picture: Digits: conv2d\[/)).toBeVisible();
  await page.getByRole('radio', { name: share.themes.dark }).click();
  const lens = await saved(share.picture.saveSvg);
  expect(lens.text).toMatch(/<title>Digits: conv2d\[\d+, \d+, \d+\] = /);
  expect(lens.text).toContain('#14171b');
  expect((await saved(share.picture.savePng)).name).toMatch(/^digits-conv2d.*\.png$/);

  await tab(page, share.tabs.file).click();
  const { name, text: json } = await saved(share.file.save('.kernelscope.json'));
  expect(name).toBe('digits.kernelscope.json');
  const [document, kernel] = await page.evaluate(async () => [
    await window.kernelscope.getDocument(),
    [...(await window.kernelscope.getWeights('conv2d'))[0]!.data],
  ]);
  await page.goto('about:blank');
  await open(page);
  await page.evaluate(
    ([file, content]) => {
      const transfer = new DataTransfer();
      transfer.items.add(new File([content!], file!, { type: 'application/json' }));
      window.document.body.dispatchEvent(new DragEvent('drop', { dataTransfer: transfer, bubbles: true }));
    },
    [name, json],
  );
  await page.evaluate(whenReady);
  await expect(page.getByText(share.file.opened(name))).toBeVisible();
  expect(
    await page.evaluate(async () => [...(await window.kernelscope.getWeights('conv2d'))[0]!.data]),
  ).toEqual(kernel);
  expect(await page.evaluate(() => window.kernelscope.getDocument())).toMatchObject({
    title: (document as { title: string }).title,
    view: { focus: { layer: 'conv2d' } },
  });
});
