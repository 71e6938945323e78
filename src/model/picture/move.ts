import { borderOf } from './border.ts';
import type { Raster } from './raster.ts';

/** Right and down in cells, clockwise in degrees, larger above 1; around the picture's centre. */
export interface Move {
  readonly dx: number;
  readonly dy: number;
  readonly rotate: number;
  readonly scale: number;
}

export const STILL: Move = { dx: 0, dy: 0, rotate: 0, scale: 1 };

/**
 * The picture rotated and scaled around its centre, then shifted, by one bilinear resampling. What comes in from outside
 * takes the border's colour. Shifts by whole cells are exact, and no move gives the same numbers.
 */
export function move(picture: Raster, { dx, dy, rotate, scale }: Move): Raster {
  const { width, height, channels, data } = picture;
  const background = borderOf(picture);
  const angle = (rotate * Math.PI) / 180;
  const cos = Math.cos(angle) / scale;
  const sin = Math.sin(angle) / scale;
  const centreX = (width - 1) / 2;
  const centreY = (height - 1) / 2;
  const valueAt = (x: number, y: number, channel: number) =>
    x >= 0 && y >= 0 && x < width && y < height
      ? data[(y * width + x) * channels + channel]!
      : background[channel]!;
  const out = new Float32Array(data.length);
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      const fromX = col - centreX - dx;
      const fromY = row - centreY - dy;
      const x = cos * fromX + sin * fromY + centreX;
      const y = cos * fromY - sin * fromX + centreY;
      const left = Math.floor(x);
      const top = Math.floor(y);
      const partX = x - left;
      const partY = y - top;
      for (let channel = 0; channel < channels; channel++) {
        const upper = (1 - partX) * valueAt(left, top, channel) + partX * valueAt(left + 1, top, channel);
        const lower =
          (1 - partX) * valueAt(left, top + 1, channel) + partX * valueAt(left + 1, top + 1, channel);
        out[(row * width + col) * channels + channel] = (1 - partY) * upper + partY * lower;
      }
    }
  }
  return { width, height, channels, data: out };
}
