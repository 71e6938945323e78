import { cut, type Raster } from './raster.ts';
import { resize } from './resize.ts';

/** Numbers above it are ink. */
const INK = 1 / 32;
/** The box that MNIST's digits are scaled to fit, as a share of the field. */
const BOX = 20 / 28;

interface Box {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

function inkBox({ width, height, data }: Raster): Box | undefined {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      if (data[row * width + col]! <= INK) continue;
      left = Math.min(left, col);
      right = Math.max(right, col);
      top = Math.min(top, row);
      bottom = Math.max(bottom, row);
    }
  }
  if (right < 0) return undefined;
  return { left, top, width: right - left + 1, height: bottom - top + 1 };
}

/** Mean column and row of a gray picture, weighted by its numbers; the middle of one that is all 0. */
export function massCentre({ width, height, data }: Raster): { readonly col: number; readonly row: number } {
  let [mass, cols, rows] = [0, 0, 0];
  for (let at = 0; at < data.length; at++) {
    mass += data[at]!;
    cols += data[at]! * (at % width);
    rows += data[at]! * Math.floor(at / width);
  }
  if (mass === 0) return { col: (width - 1) / 2, row: (height - 1) / 2 };
  return { col: cols / mass, row: rows / mass };
}

/**
 * A gray picture, light ink on 0, placed as MNIST's digits are in a field of `width` by `height`: the ink's box scaled
 * to fit 20 of 28 cells with its ratio kept, then put with its centre of mass at the field's centre, by whole cells and
 * without cutting ink off. After Y. LeCun, C. Cortes, C. Burges, "The MNIST database of handwritten digits",
 * http://yann.lecun.com/exdb/mnist/.
 */
export function centre(picture: Raster, width: number, height: number): Raster {
  const box = inkBox(picture);
  if (!box) return { width, height, channels: 1, data: new Float32Array(width * height) };
  const scale = Math.min(
    Math.max(1, Math.round(width * BOX)) / box.width,
    Math.max(1, Math.round(height * BOX)) / box.height,
  );
  const ink = resize(
    cut(picture, box.left, box.top, box.width, box.height, [0]),
    Math.max(1, Math.round(box.width * scale)),
    Math.max(1, Math.round(box.height * scale)),
  );
  const { col, row } = massCentre(ink);
  const left = Math.max(0, Math.min(width - ink.width, Math.round((width - 1) / 2 - col)));
  const top = Math.max(0, Math.min(height - ink.height, Math.round((height - 1) / 2 - row)));
  return cut(ink, -left, -top, width, height, [0]);
}
