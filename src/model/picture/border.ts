import type { Raster } from './raster.ts';

/** What the picture lies on: the median of its outermost cells, by channel, which a stroke that touches the edge does not move. */
export function borderOf({ width, height, channels, data }: Raster): number[] {
  return Array.from({ length: channels }, (_, channel) => {
    const values: number[] = [];
    for (let row = 0; row < height; row++) {
      const step = row === 0 || row === height - 1 || width === 1 ? 1 : width - 1;
      for (let col = 0; col < width; col += step)
        values.push(data[(row * width + col) * channels + channel]!);
    }
    values.sort((one, other) => one - other);
    return values[Math.floor(values.length / 2)]!;
  });
}
