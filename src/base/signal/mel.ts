import type { Tensor } from '../tensor.ts';
import { FRAMING, type Framing, frameLengths, powerSpectrogram } from './spectrogram.ts';

/** Pitch as it is heard, by O'Shaughnessy's formula (1987), which HTK uses. */
function melOf(hertz: number): number {
  return 2595 * Math.log10(1 + hertz / 700);
}

function hertzOf(mel: number): number {
  return 700 * (10 ** (mel / 2595) - 1);
}

/**
 * Triangles that overlap by half, evenly spaced in mel from 0 to half the rate: `[mel, bin]`, how much of each bin of
 * a transform of `size` numbers each band hears. A triangle's top is 1.
 */
export function melFilters(mels: number, rate: number, size: number): Tensor {
  const bins = size / 2 + 1;
  const top = melOf(rate / 2);
  const edges = Array.from({ length: mels + 2 }, (_, edge) => hertzOf((edge * top) / (mels + 1)));
  const data = new Float32Array(mels * bins);
  for (let mel = 0; mel < mels; mel++) {
    const [low, centre, high] = edges.slice(mel, mel + 3) as [number, number, number];
    for (let bin = 0; bin < bins; bin++) {
      const hertz = (bin * rate) / size;
      const rising = (hertz - low) / (centre - low);
      const falling = (high - hertz) / (high - centre);
      data[mel * bins + bin] = Math.max(0, Math.min(rising, falling));
    }
  }
  return { shape: [mels, bins], data };
}

/** The power in each mel band of each frame of a sound, `[frame, mel]`. */
export function melSpectrogram(
  samples: Float32Array,
  rate: number,
  mels: number,
  framing: Framing = FRAMING,
): Tensor {
  const power = powerSpectrogram(samples, rate, framing);
  const [frames, bins] = power.shape as [number, number];
  const filters = melFilters(mels, rate, frameLengths(rate, framing).size);
  const data = new Float32Array(frames * mels);
  for (let frame = 0; frame < frames; frame++) {
    for (let mel = 0; mel < mels; mel++) {
      let sum = 0;
      for (let bin = 0; bin < bins; bin++) {
        sum += filters.data[mel * bins + bin]! * power.data[frame * bins + bin]!;
      }
      data[frame * mels + mel] = sum;
    }
  }
  return { shape: [frames, mels], data };
}
