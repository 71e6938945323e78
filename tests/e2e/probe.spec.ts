import { crc32, deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { datasetTexts } from '../../src/text/datasets.ts';
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

/** A white PNG of so many pixels a side: few bytes, however many they are. */
function plainPng(side: number): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data]);
    const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    check.writeUInt32BE(crc32(body));
    return Buffer.concat([length, body, check]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(side, 0);
  header.writeUInt32BE(side, 4);
  // One bit a pixel, gray.
  header[8] = 1;
  const row = Buffer.concat([Buffer.alloc(1), Buffer.alloc(side / 8, 0xff)]);
  const rows = deflateSync(Buffer.concat(Array.from({ length: side }, () => row)));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', rows),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

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
  [{ name: 'f.png', mimeType: 'image/png', buffer: plainPng(13_000) }, probeText.refused['too-many-pixels']],
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
  for (const [name, refusal] of [
    ['NotAllowedError', 'camera-denied'],
    ['NotFoundError', 'camera-absent'],
    ['NotReadableError', 'camera-busy'],
  ] as const) {
    await page.evaluate((error) => {
      navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('no', error));
    }, name);
    await page.getByRole('button', { name: probeText.picture.camera, exact: true }).click();
    await expect(alert).toHaveText(probeText.refused[refusal]);
  }
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

test('a picture of 100 megapixels, a free photo by keyboard and the camera are fitted; the camera is let go', async ({
  page,
  context,
}) => {
  await open(page);
  await source(page, 'picture');
  const { steps, made, named } = probeText.picture;
  const file = { name: 'large.png', mimeType: 'image/png', buffer: plainPng(10_000) };
  await page.locator('input[type=file]').setInputFiles(file);
  await expect(caption(page)).toHaveText(made('10,000×10,000', '28×28', [steps.gray, steps.inverted]));
  expect(new Set(await input(page))).toEqual(new Set([0]));

  const photos = page.getByRole('radiogroup', { name: probeText.picture.photos });
  await photos.getByRole('radio', { name: 'cat' }).focus();
  await page.keyboard.press('Space');
  await expect(caption(page)).toHaveText(made(named('cat', '96×96'), '28×28', [steps.gray]));
  await page.keyboard.press('ArrowRight');
  await expect(caption(page)).toHaveText(/^coffee cup, 96×96 scaled to 28×28/);
  await expect(page.getByText(datasetTexts.photos!.licences[1]!.of)).toBeVisible();
  await expectAccessible(page);
  const photo = await input(page);

  await context.grantPermissions(['camera']);
  await page.getByRole('button', { name: probeText.picture.camera, exact: true }).click();
  const take = page.getByRole('button', { name: probeText.picture.take });
  await expect(take).toBeEnabled();
  await page.evaluate(() => {
    const { srcObject } = document.querySelector('video')!;
    Object.assign(window, { seen: srcObject });
  });
  const live = () => page.evaluate(() => (window as unknown as { seen: MediaStream }).seen.active);
  expect(await live()).toBe(true);
  await take.click();
  await expect(caption(page)).toHaveText(/^\d+×\d+ scaled to 28×28/);
  expect(await input(page)).not.toEqual(photo);
  expect(await live()).toBe(false);
});

test('a spoken digit is played; a training sample has no sound', async ({ page }) => {
  // What a loudspeaker would get: how long each sound is, and its loudest sample.
  await page.addInitScript(() => {
    const played: { seconds: number; loudest: number }[] = [];
    const { start } = AudioBufferSourceNode.prototype;
    AudioBufferSourceNode.prototype.start = function (...given) {
      const samples = this.buffer!.getChannelData(0);
      const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
      played.push({ seconds: this.buffer!.duration, loudest });
      start.apply(this, given);
    };
    Object.assign(window, { played });
  });
  await open(page);
  await page.evaluate(async () => {
    const layers = [
      { class_name: 'Flatten' },
      { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
    ];
    const dataset = { name: 'spoken-digits' };
    await window.kernelscope.setDocument({
      kernelscope: 1,
      dataset,
      model: { input_shape: [36, 28], layers },
    });
    await window.kernelscope.setInput({ split: 'test', index: 0 });
  });
  const play = page.getByRole('button', { name: probeText.sound });
  await play.focus();
  await page.keyboard.press('Enter');
  const played = () =>
    page.evaluate(() => (window as unknown as { played: { seconds: number; loudest: number }[] }).played);
  await expect.poll(async () => (await played()).length).toBe(1);
  const [{ seconds, loudest }] = (await played()) as [{ seconds: number; loudest: number }];
  expect(seconds).toBeGreaterThan(0.1);
  expect(seconds).toBeLessThan(1);
  expect(loudest).toBeCloseTo(1, 2);
  await expectAccessible(page);
  // Only the first test samples have their sound.
  await page.evaluate(() => window.kernelscope.setInput({ split: 'train', index: 0 }));
  await expect(play).toHaveCount(0);
});
