import type { ImageMark } from '../scene/marks.ts';
import { sampledSize, writePixels } from './pixels.ts';

/** Where an image's pixels stand in the sheet that all images of a picture share. */
export interface Placed {
  readonly x: number;
  readonly y: number;
  readonly rows: number;
  readonly cols: number;
}

const SHEET_WIDTH = 1024;

export interface Sheet {
  readonly canvas: OffscreenCanvas;
  readonly context: OffscreenCanvasRenderingContext2D;
  image: ImageData;
  pixels: Uint32Array;
}

/** A canvas that never shows, for the pixels of all images of a picture; undefined where there is none to be had. */
export function createSheet(): Sheet | undefined {
  const canvas = new OffscreenCanvas(SHEET_WIDTH, 1);
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (!context) return undefined;
  const image = new ImageData(SHEET_WIDTH, 1);
  return { canvas, context, image, pixels: new Uint32Array(image.data.buffer) };
}

/** Shelves: images side by side, a new shelf where one does not fit. One upload serves them all. */
function placeImages(
  images: readonly ImageMark[],
  ratio: number,
): { places: Map<ImageMark, Placed>; width: number; height: number } {
  const places = new Map<ImageMark, Placed>();
  let x = 0;
  let y = 0;
  let shelf = 0;
  let width = SHEET_WIDTH;
  for (const mark of images) {
    const { rows, cols } = sampledSize(mark, ratio);
    if (x > 0 && x + cols > SHEET_WIDTH) {
      y += shelf;
      x = 0;
      shelf = 0;
    }
    places.set(mark, { x, y, rows, cols });
    x += cols;
    width = Math.max(width, x);
    shelf = Math.max(shelf, rows);
  }
  return { places, width, height: y + shelf };
}

/** Writes the images' colours into the sheet and says where each stands. */
export function writeSheet(
  sheet: Sheet,
  images: readonly ImageMark[],
  ratio: number,
): Map<ImageMark, Placed> {
  const { places, width, height } = placeImages(images, ratio);
  if (height === 0) return places;
  if (sheet.image.width !== width || sheet.image.height < height || sheet.image.height > 4 * height + 64) {
    sheet.canvas.width = width;
    sheet.canvas.height = height;
    sheet.image = new ImageData(width, height);
    sheet.pixels = new Uint32Array(sheet.image.data.buffer);
  }
  for (const [mark, { x, y, rows, cols }] of places) {
    writePixels(mark, rows, cols, sheet.pixels, y * width + x, width);
  }
  sheet.context.putImageData(sheet.image, 0, 0, 0, 0, width, height);
  return places;
}

/** Frees the sheet's pixels. */
export function freeSheet(sheet: Sheet): void {
  sheet.canvas.width = 0;
  sheet.canvas.height = 0;
}
