import { page as text } from '../../src/text/page.ts';
import { digits, twoConvolutions } from './documents.ts';
import { expect, open, siteUrl, test } from './site.ts';

// What students know from other tools works here too.

test('from the overview to a formula in one move, and the picture changes while the formula is open', async ({
  page,
}) => {
  await open(page);
  await page.locator('[data-layer="conv2d"]').click();
  await page.keyboard.press('Space');
  const formula = page.locator('[data-part="formula"]');
  await expect(formula).toContainText('=');
  // A cell in the middle of the digit, so that its numbers follow the picture.
  await page.evaluate(() => window.kernelscope.setInput({ split: 'test', index: 0 }));
  await page.locator('[data-part="scrub"]').fill(String(13 * 26 + 12));
  const before = await formula.textContent();
  await page
    .getByRole('radio', { name: new RegExp(`^${text.probe.sampleName('3', '').split('3')[0]}3\\b`) })
    .click({ force: true });
  await expect(formula).not.toHaveText(before!);
  await expect(page.locator('.stage[data-open]')).toBeVisible();
});

test('one play button trains, and a link with its seed trains the same way elsewhere', async ({
  page,
  context,
}) => {
  await open(page);
  const document = digits(twoConvolutions, { train: 128, seed: 41 });
  await page.evaluate((doc) => window.kernelscope.setDocument(doc), document);
  const link = await page.evaluate(() => window.kernelscope.shareUrl());
  await page.getByRole('button', { name: text.lab.train, exact: true }).click();
  const finished = () =>
    new Promise<unknown>((resolve) => {
      const done = () => {
        const { batches, stopped } = window.kernelscope.history();
        if (stopped === undefined) return false;
        resolve(batches.map(({ loss }) => loss));
        return true;
      };
      if (!done()) window.kernelscope.on('trained', () => done());
    });
  const losses = await page.evaluate(finished);
  const other = await context.newPage();
  await open(other, link.slice(siteUrl().length));
  await other.evaluate(() => void window.kernelscope.train());
  expect(await other.evaluate(finished)).toEqual(losses);
});

test('hovering an output cell lights the window it comes from', async ({ page }) => {
  await open(page);
  await page.evaluate(async () => {
    const document = (await window.kernelscope.getDocument()) as object;
    await window.kernelscope.setDocument({
      ...document,
      view: { focus: { layer: 'conv2d', index: [0, 0, 0] }, playing: false },
    });
  });
  const overlay = () =>
    page.evaluate(() => document.querySelector<HTMLCanvasElement>('.stage-overlay')!.toDataURL());
  const still = await overlay();
  const box = (await page.locator('.stage-viewport').boundingBox())!;
  const focus = page.evaluate(
    () =>
      new Promise((resolve) =>
        window.kernelscope.on('focus', (seen) => seen?.layer === 'conv2d' && resolve(seen)),
      ),
  );
  // Somewhere in the large output map, right of the lens.
  for (let at = 0.95; at > 0.5; at -= 0.03)
    await page.mouse.move(box.x + at * box.width, box.y + box.height / 2);
  expect(await focus).toMatchObject({ layer: 'conv2d' });
  expect(await overlay()).not.toBe(still);
});
