import type { Raster } from './raster.ts';

/** How bright red, green and blue look: the luma of ITU-R BT.709. */
const LUMA = [0.2126, 0.7152, 0.0722] as const;

/** The picture with 1 or 3 channels: gray is the luma of the colours, colours of a gray are equal. */
export function withChannels(picture: Raster, channels: number): Raster {
  if (picture.channels === channels) return picture;
  const cells = picture.width * picture.height;
  const data = new Float32Array(cells * channels);
  for (let cell = 0; cell < cells; cell++) {
    if (channels === 1) {
      const [red, green, blue] = picture.data.subarray(
        cell * 3,
        cell * 3 + 3,
      ) as Iterable<number> as number[];
      data[cell] = LUMA[0] * red! + LUMA[1] * green! + LUMA[2] * blue!;
    } else data.fill(picture.data[cell]!, cell * channels, (cell + 1) * channels);
  }
  return { width: picture.width, height: picture.height, channels, data };
}
