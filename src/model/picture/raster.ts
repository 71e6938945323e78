/** A picture as numbers: `data[(row * width + col) * channels + channel]`, of pictures from outside in 0 to 1. */
export interface Raster {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly data: Float32Array;
}

/** The part of `width` by `height` whose corner is at (left, top); what lies outside the picture takes `background`, by channel. */
export function cut(
  { data, channels, ...from }: Raster,
  left: number,
  top: number,
  width: number,
  height: number,
  background: readonly number[],
): Raster {
  const out = new Float32Array(width * height * channels);
  for (let row = 0; row < height; row++) {
    for (let col = 0; col < width; col++) {
      const x = left + col;
      const y = top + row;
      const inside = x >= 0 && y >= 0 && x < from.width && y < from.height;
      for (let channel = 0; channel < channels; channel++) {
        out[(row * width + col) * channels + channel] = inside
          ? data[(y * from.width + x) * channels + channel]!
          : background[channel]!;
      }
    }
  }
  return { width, height, channels, data: out };
}
