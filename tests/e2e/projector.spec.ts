import { admit } from '../../src/model/gate.ts';
import { layoutStage } from '../../src/scene/stage/layout.ts';
import { expect, open, test } from './site.ts';

test('for a projector all is larger, laid out as in a smaller window, and the pointer is where it points', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page);
  const stage = page.locator('.stage-viewport');
  const probe = page.locator('.probe');
  const beside = async () => {
    const [one, other] = [await probe.boundingBox(), await stage.boundingBox()];
    return one && other ? one.y >= other.y - 60 : undefined;
  };
  await expect.poll(beside).toBe(true);
  await page.keyboard.press('Alt+p');
  // 960 of its own pixels are too few for three columns.
  await expect.poll(beside).toBe(false);
  await expect
    .poll(() =>
      page
        .locator('.stage-sheet > canvas')
        .first()
        .evaluate((canvas: HTMLCanvasElement) => canvas.width / canvas.clientWidth),
    )
    .toBeCloseTo(1.5, 1);

  const network = admit(await page.evaluate(() => window.kernelscope.getDocument())).network;
  const [width, height] = await stage.evaluate((room) => [room.clientWidth, room.clientHeight] as const);
  const layout = layoutStage(network, { width, height, direction: 'row' });
  const { rect } = layout.bands
    .find(({ name }) => name === 'conv2d')!
    .maps.find(({ channel }) => channel === 3)!;
  const box = (await stage.boundingBox())!;
  const cell = rect.width / 26;
  const seen = page.evaluate(
    () =>
      new Promise((resolve) =>
        window.kernelscope.on('focus', (focus) => focus?.layer === 'conv2d' && resolve(focus)),
      ),
  );
  await page.mouse.move(box.x + 1.5 * (rect.x + 8.5 * cell), box.y + 1.5 * (rect.y + 6.5 * cell));
  expect(await seen).toEqual({ layer: 'conv2d', index: [6, 8, 3] });

  // A menu opens under its button and is as large as the page.
  const button = page.getByRole('button', { name: 'Theme' });
  await button.click();
  const menu = (await page.getByRole('menu').boundingBox())!;
  const above = (await button.boundingBox())!;
  expect(menu.y - (above.y + above.height)).toBeGreaterThan(0);
  expect(menu.y - (above.y + above.height)).toBeLessThan(30);
  expect(menu.width).toBeGreaterThan(250);
  await page.keyboard.press('Escape');

  // The choice is kept, and given up by the same key.
  await page.reload();
  await expect(page.locator('html[data-projector]')).toHaveCount(1);
  await page.keyboard.press('Alt+p');
  await expect.poll(beside).toBe(true);
});

test('on paper the page is dark ink on white, whatever the screen shows', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await open(page);
  const background = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
  const dark = await background();
  await page.emulateMedia({ colorScheme: 'dark', media: 'print' });
  expect(await background()).toBe('rgb(255, 255, 255)');
  // The network has the width of the sheet, and nothing lies over it.
  const stage = page.locator('.stage');
  await expect
    .poll(() => page.locator('.stage-sheet').evaluate((sheet: HTMLElement) => sheet.clientWidth))
    .toBe(1040);
  const sheet = (await page.locator('.stage-sheet').boundingBox())!;
  expect((await stage.boundingBox())!.height).toBeGreaterThanOrEqual(sheet.height);
  await page.emulateMedia({ colorScheme: 'dark', media: null });
  expect(await background()).toBe(dark);
});
