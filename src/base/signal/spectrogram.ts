import type { Tensor } from '../tensor.ts';
import { fourier } from './fourier.ts';

/** How a sound is cut into frames that overlap. */
export interface Framing {
  /** Length of a frame. */
  readonly frameSeconds: number;
  /** From the start of a frame to that of the next. */
  readonly hopSeconds: number;
}

export const FRAMING: Framing = { frameSeconds: 0.032, hopSeconds: 0.016 };

/** Samples of a frame, samples of a hop, and the power of two that the transform is of. */
export function frameLengths(rate: number, { frameSeconds, hopSeconds }: Framing) {
  const length = Math.max(1, Math.round(frameSeconds * rate));
  const hop = Math.max(1, Math.round(hopSeconds * rate));
  return { length, hop, size: 2 ** Math.ceil(Math.log2(length)) };
}

/**
 * The power of each frequency in each frame of a sound: the squared size of the short-time Fourier transform, under
 * Hann's window. `[frame, bin]`; bin k is the frequency `k * rate / size`, up to half the rate. Only whole frames
 * count, but a sound shorter than one is padded with silence to one.
 */
export function powerSpectrogram(samples: Float32Array, rate: number, framing: Framing = FRAMING): Tensor {
  const { length, hop, size } = frameLengths(rate, framing);
  const frames = Math.max(1, Math.floor((samples.length - length) / hop) + 1);
  const bins = size / 2 + 1;
  const data = new Float32Array(frames * bins);
  const window = Float64Array.from({ length }, (_, at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / length));
  for (let frame = 0; frame < frames; frame++) {
    const real = new Float64Array(size);
    const imaginary = new Float64Array(size);
    for (let at = 0; at < length; at++) real[at] = (samples[frame * hop + at] ?? 0) * window[at]!;
    fourier(real, imaginary);
    for (let bin = 0; bin < bins; bin++) data[frame * bins + bin] = real[bin]! ** 2 + imaginary[bin]! ** 2;
  }
  return { shape: [frames, bins], data };
}
