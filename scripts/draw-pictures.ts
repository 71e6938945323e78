import { chromium } from '@playwright/test';
import { CHROMIUM_FLAGS, ensureChromium } from './chromium.mjs';

/**
 * How a picture is put into its square. `drawing`: cropped to what is drawn, centred on white with a margin of one
 * pixel. `photo`: its largest square, of which `across` and `down` (0 to 1) say where along the longer side it lies.
 */
export type Placing =
  | { readonly fit: 'drawing' }
  | { readonly fit: 'photo'; readonly across: number; readonly down: number };

/** Drawn so many times too large and averaged, so that little hangs on a browser's way of shrinking. */
const FINE = 4;

/** In the browser, in a page of its own: the picture in a square of `size`, as the base64 of its RGBA bytes. */
async function drawLarge([source, size, margin, placing]: [
  string,
  number,
  number,
  Placing,
]): Promise<string> {
  const picture = new Image();
  picture.src = source;
  await picture.decode();
  const square = (side: number) => {
    const canvas = document.createElement('canvas');
    canvas.width = side;
    canvas.height = side;
    return canvas.getContext('2d', { willReadFrequently: true })!;
  };
  const target = square(size);
  target.imageSmoothingQuality = 'high';
  target.fillStyle = '#fff';
  target.fillRect(0, 0, size, size);
  const { naturalWidth: width, naturalHeight: height } = picture;
  if (placing.fit === 'photo') {
    const side = Math.min(width, height);
    const [left, top] = [(width - side) * placing.across, (height - side) * placing.down];
    target.drawImage(picture, left, top, side, side, 0, 0, size, size);
  } else {
    const whole = square(width);
    whole.drawImage(picture, 0, 0);
    const { data } = whole.getImageData(0, 0, width, height);
    let [left, top, right, bottom] = [width, height, 0, 0];
    for (let at = 0; at < width * height; at++) {
      // The faintest edge of a shadow is no part of the drawing.
      if (data[4 * at + 3]! < 24) continue;
      left = Math.min(left, at % width);
      right = Math.max(right, (at % width) + 1);
      top = Math.min(top, Math.floor(at / width));
      bottom = Math.max(bottom, Math.floor(at / width) + 1);
    }
    const scale = (size - 2 * margin) / Math.max(right - left, bottom - top);
    const [x, y] = [size / 2 - ((left + right) / 2) * scale, size / 2 - ((top + bottom) / 2) * scale];
    target.drawImage(picture, x, y, width * scale, height * scale);
  }
  const { data } = target.getImageData(0, 0, size, size);
  let text = '';
  for (let start = 0; start < data.length; start += 8192) {
    text += String.fromCharCode(...data.subarray(start, start + 8192));
  }
  return btoa(text);
}

/** Means of `FINE` by `FINE` cells, `[row, col, channel]`, red, green and blue, rounded to `levels` of a byte. */
function shrink(rgba: Uint8Array, side: number, levels: number): Uint8Array {
  return Uint8Array.from({ length: side * side * 3 }, (_, flat) => {
    const channel = flat % 3;
    const col = Math.floor(flat / 3) % side;
    const row = Math.floor(flat / 3 / side);
    let sum = 0;
    for (let at = 0; at < FINE * FINE; at++) {
      const y = row * FINE + Math.floor(at / FINE);
      const x = col * FINE + (at % FINE);
      sum += rgba[4 * (y * FINE * side + x) + channel]!;
    }
    const share = sum / (FINE * FINE * 255);
    return Math.round((Math.round(share * (levels - 1)) * 255) / (levels - 1));
  });
}

/** Pictures drawn by Chromium, from `data:` addresses, as bytes in `[row, col, channel]`. */
export async function openPictures() {
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_FLAGS });
  const page = await browser.newPage();
  // The compiler gives functions their names by a function that the page does not have.
  await page.evaluate('globalThis.__name = (value) => value');
  return {
    async draw(source: string, side: number, placing: Placing, levels = 256): Promise<Uint8Array> {
      const given: Parameters<typeof drawLarge>[0] = [source, side * FINE, FINE, placing];
      return shrink(Buffer.from(await page.evaluate(drawLarge, given), 'base64'), side, levels);
    },
    close: () => browser.close(),
  };
}
