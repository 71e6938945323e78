import type { Page } from '@playwright/test';
import { page as text } from '../../src/text/page.ts';
import { probeText } from '../../src/text/probe.ts';
import { expect, expectAccessible, open, test } from './site.ts';

type Tab = keyof typeof probeText.tabs;

const source = (page: Page, tab: Tab) =>
  page.getByRole('tab', { name: probeText.tabs[tab], exact: true }).click();
const caption = (page: Page) => page.locator('.probe-source');
const input = (page: Page) =>
  page.evaluate(async () => [...(await window.kernelscope.activations('input')).input!.data]);

/** Counts what has to be freed: addresses of files, and bitmaps. */
function countHeld(): void {
  const held = { urls: 0, bitmaps: 0 };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (blob: Blob) => {
    held.urls++;
    return createObjectURL.call(URL, blob);
  };
  URL.revokeObjectURL = (url: string) => {
    held.urls--;
    revokeObjectURL.call(URL, url);
  };
  const create = createImageBitmap;
  window.createImageBitmap = async (...given: unknown[]) => {
    const bitmap = await (create as (...all: unknown[]) => Promise<ImageBitmap>)(...given);
    held.bitmaps++;
    return bitmap;
  };
  const { close } = ImageBitmap.prototype;
  ImageBitmap.prototype.close = function () {
    held.bitmaps--;
    close.call(this);
  };
  Object.assign(window, { held });
}

test('a stroke goes through the network while it is drawn; keys draw too; undo takes back; the lens stays open', async ({
  page,
}) => {
  await open(page);
  await page.locator('[data-layer="conv2d"]').click();
  await source(page, 'draw');
  const pad = page.getByRole('application', { name: probeText.draw.pad });
  const box = (await pad.boundingBox())!;
  const best = () =>
    page.evaluate(async () => {
      const { data } = (await window.kernelscope.activations('dense')).dense!;
      return data.indexOf(Math.max(...data));
    });
  expect(await best()).toBe(7);
  // One stroke down the middle: a one.
  await page.mouse.move(box.x + box.width / 2, box.y + 30);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width / 2 - 8, box.y + box.height - 30, { steps: 8 });
  await expect.poll(best).toBe(1);
  await page.mouse.up();
  await expect(caption(page)).toHaveText(probeText.draw.drawnCentred);
  await expect(page.locator('.stage[data-open]')).toBeVisible();
  const drawn = await input(page);
  await pad.focus();
  for (const key of ['ArrowRight', 'Space', 'ArrowRight', 'ArrowRight', 'ArrowUp', 'Space'])
    await page.keyboard.press(key);
  await expect.poll(() => input(page)).not.toEqual(drawn);
  await page.getByRole('button', { name: probeText.draw.undo }).click();
  await expect.poll(() => input(page)).toEqual(drawn);
  await expectAccessible(page);
});

const nested = Array.from(
  { length: 9 },
  (_, level) => `<g id="a${level + 1}">${`<use href="#a${level}"/>`.repeat(10)}</g>`,
).join('');
const bad: readonly (readonly [
  file: { name: string; mimeType: string; buffer: Buffer },
  sentence: string,
])[] = [
  [{ name: 'a.png', mimeType: 'image/png', buffer: Buffer.alloc(0) }, probeText.refused.empty],
  [
    { name: 'b.png', mimeType: 'image/png', buffer: Buffer.from('no picture') },
    probeText.refused['no-picture'],
  ],
  [
    { name: 'c.heic', mimeType: 'image/heic', buffer: Buffer.from('\0\0\0\x18ftypheic\0\0\0\0') },
    probeText.refused.heic,
  ],
  [
    {
      name: 'd.svg',
      mimeType: 'image/svg+xml',
      buffer: Buffer.from(
        `<svg xmlns="http://www.w3.org/2000/svg"><rect id="a0" width="9" height="9"/>${nested}</svg>`,
      ),
    },
    probeText.refused['svg-too-much'],
  ],
  [
    { name: 'e.svg', mimeType: 'image/svg+xml', buffer: Buffer.alloc(1_000_001, '<svg>') },
    probeText.refused['svg-too-heavy'],
  ],
];

test('bad files and a camera that is not there are said and change nothing; a pasted picture is fitted; all is freed', async ({
  page,
}) => {
  await page.addInitScript(countHeld);
  await open(page);
  const before = await input(page);
  const said = await caption(page).textContent();
  await source(page, 'picture');
  const alert = page.getByRole('alert').filter({ hasText: /\w/ });
  for (const [file, sentence] of bad) {
    await page.locator('input[type=file]').setInputFiles(file);
    await expect(alert).toHaveText(sentence);
  }
  await page.evaluate(() => {
    navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
  });
  await page.getByRole('button', { name: probeText.picture.camera, exact: true }).click();
  await expect(alert).toHaveText(probeText.refused['camera-denied']);
  expect(await input(page)).toEqual(before);
  await expect(caption(page)).toHaveText(said!);

  // A black bar on white, pasted.
  await page.evaluate(async () => {
    const canvas = new OffscreenCanvas(640, 480);
    const context = canvas.getContext('2d')!;
    context.fillStyle = '#fff';
    context.fillRect(0, 0, 640, 480);
    context.fillStyle = '#000';
    context.fillRect(300, 100, 40, 280);
    const file = new File([await canvas.convertToBlob()], 'bar.png', { type: 'image/png' });
    const clipboardData = new DataTransfer();
    clipboardData.items.add(file);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  });
  const steps = probeText.picture.steps;
  await expect(caption(page)).toHaveText(
    probeText.picture.made('640×480', '28×28', [steps.contain, steps.gray, steps.inverted]),
  );
  const pasted = await input(page);
  expect(pasted[0]).toBe(0);
  expect(pasted[14 * 28 + 13]).toBeGreaterThan(0.8);
  expect(await page.evaluate(() => (window as unknown as { held: unknown }).held)).toEqual({
    urls: 0,
    bitmaps: 0,
  });
});

test('a sample is shifted with its label kept, and reset to exactly what it was', async ({ page }) => {
  await open(page);
  const before = await input(page);
  await page.getByText(probeText.move.title).click();
  const right = page.getByRole('slider', { name: probeText.move.dx });
  await right.focus();
  for (let step = 0; step < 3; step++) await page.keyboard.press('ArrowRight');
  await expect(page.locator('.probe-moved')).toHaveText(probeText.move.said([probeText.move.right('3')]));
  const moved = await input(page);
  expect(moved.slice(3, 28)).toEqual(before.slice(0, 25));
  const prediction = page.getByRole('region', { name: text.prediction.title });
  await expect(prediction).toContainText(/right|wrong/);
  await page.getByRole('button', { name: probeText.move.reset }).click();
  await expect(page.locator('.probe-moved')).toHaveText('');
  expect(await input(page)).toEqual(before);
});
