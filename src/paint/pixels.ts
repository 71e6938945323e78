import { colorTables, entryMap, pack } from '../base/color.ts';
import type { ImageMark } from '../scene/marks.ts';

/** Pixels that an image needs: one a cell, or fewer where the screen has fewer. */
export function sampledSize(mark: ImageMark, pixelRatio: number): { rows: number; cols: number } {
  return {
    rows: Math.max(1, Math.min(mark.rows, Math.ceil(mark.height * pixelRatio))),
    cols: Math.max(1, Math.min(mark.cols, Math.ceil(mark.width * pixelRatio))),
  };
}

/**
 * Writes the image's colours into `pixels` (packed, `pitch` a row) with its corner at `at`, taking the middle
 * cell of those that share a pixel.
 */
export function writePixels(
  mark: ImageMark,
  rows: number,
  cols: number,
  pixels: Uint32Array,
  at: number,
  pitch: number,
): void {
  const { values, offset, rowStride, colStride, scale } = mark;
  const table = colorTables[scale.type];
  const { gain, shift } = entryMap(scale);
  const last = scale.type === 'diverging' ? 254 : 255;
  // Written so that NaN takes the first entry.
  const entry = (value: number) => {
    const at = value * gain + shift + 0.5;
    return at > 0 ? (at < last ? at | 0 : last) : 0;
  };
  const whole = rows === mark.rows && cols === mark.cols;
  const stepRow = mark.rows / rows;
  const stepCol = mark.cols / cols;
  for (let row = 0; row < rows; row++) {
    const from = offset + (whole ? row : Math.floor((row + 0.5) * stepRow)) * rowStride;
    const to = at + row * pitch;
    for (let col = 0; col < cols; col++) {
      const cell = whole ? col : Math.floor((col + 0.5) * stepCol);
      const first = from + cell * colStride;
      pixels[to + col] = mark.color
        ? pack(entry(values[first]!), entry(values[first + 1]!), entry(values[first + 2]!))
        : table[entry(values[first]!)]!;
    }
  }
}
