import type { Raster } from './raster.ts';

/** For one cell of the result: the first cell that it is made of, and the weights of that and the following ones. */
interface Share {
  readonly from: number;
  readonly weights: readonly number[];
}

/** Fewer cells: each is the mean of the stretch that it covers, with cells cut by its ends counted in part. */
function averaged(before: number, after: number, at: number): Share {
  const scale = before / after;
  const start = at * scale;
  const end = Math.min(before, start + scale);
  const from = Math.min(before - 1, Math.floor(start));
  const weights: number[] = [];
  for (let cell = from; cell < Math.max(from + 1, Math.ceil(end)); cell++) {
    weights.push((Math.min(end, cell + 1) - Math.max(start, cell)) / scale);
  }
  return { from, weights };
}

/** More cells: between the middles of the two nearest; beyond the outermost middles, the outermost cell. */
function interpolated(before: number, after: number, at: number): Share {
  const place = Math.max(0, Math.min(before - 1, ((at + 0.5) * before) / after - 0.5));
  const from = Math.floor(place);
  const part = place - from;
  return { from, weights: part === 0 ? [1] : [1 - part, part] };
}

function shares(before: number, after: number): Share[] {
  const share = after < before ? averaged : interpolated;
  return Array.from({ length: after }, (_, at) => share(before, after, at));
}

/**
 * The picture in another size, each axis for itself: by area averaging where it gets smaller, which keeps the mean, by
 * linear interpolation where it grows. The same size gives the same numbers.
 */
export function resize(picture: Raster, width: number, height: number): Raster {
  const { channels, data } = picture;
  const across = shares(picture.width, width);
  const down = shares(picture.height, height);
  const wide = new Float32Array(picture.height * width * channels);
  for (let row = 0; row < picture.height; row++) {
    for (let col = 0; col < width; col++) {
      const { from, weights } = across[col]!;
      for (let channel = 0; channel < channels; channel++) {
        let sum = 0;
        for (let at = 0; at < weights.length; at++)
          sum += weights[at]! * data[(row * picture.width + from + at) * channels + channel]!;
        wide[(row * width + col) * channels + channel] = sum;
      }
    }
  }
  const pitch = width * channels;
  const out = new Float32Array(height * pitch);
  for (let row = 0; row < height; row++) {
    const { from, weights } = down[row]!;
    for (let at = 0; at < pitch; at++) {
      let sum = 0;
      for (let step = 0; step < weights.length; step++)
        sum += weights[step]! * wide[(from + step) * pitch + at]!;
      out[row * pitch + at] = sum;
    }
  }
  return { width, height, channels, data: out };
}
