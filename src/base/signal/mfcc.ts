import type { Tensor } from '../tensor.ts';
import { melSpectrogram } from './mel.ts';
import { FRAMING, type Framing } from './spectrogram.ts';

export interface Mfcc extends Partial<Framing> {
  /** Coefficients, from number 0 on; 40 where left out. */
  readonly coefficients?: number;
  /** Mel bands that they are made of; 64 where left out. */
  readonly mels?: number;
}

/** Below this power a band counts as silent, so that silence has a logarithm. */
const SILENCE = 1e-10;

/**
 * Mel-frequency cepstral coefficients, `[frame, coefficient]`: of the powers of the mel bands in decibels the discrete
 * cosine transform (its second form, orthonormal).
 */
export function mfcc(samples: Float32Array, rate: number, options: Mfcc = {}): Tensor {
  const { coefficients = 40, mels = 64 } = options;
  const power = melSpectrogram(samples, rate, mels, { ...FRAMING, ...options });
  const [frames] = power.shape as [number, number];
  const data = new Float32Array(frames * coefficients);
  const decibels = power.data.map((value) => 10 * Math.log10(Math.max(value, SILENCE)));
  for (let coefficient = 0; coefficient < coefficients; coefficient++) {
    const norm = Math.sqrt((coefficient === 0 ? 1 : 2) / mels);
    const cosines = Float64Array.from({ length: mels }, (_, mel) =>
      Math.cos((Math.PI * coefficient * (2 * mel + 1)) / (2 * mels)),
    );
    for (let frame = 0; frame < frames; frame++) {
      let sum = 0;
      for (let mel = 0; mel < mels; mel++) sum += decibels[frame * mels + mel]! * cosines[mel]!;
      data[frame * coefficients + coefficient] = norm * sum;
    }
  }
  return { shape: [frames, coefficients], data };
}

/** The mean of each coefficient over all frames, `[coefficient]`. */
export function meanMfcc(samples: Float32Array, rate: number, options: Mfcc = {}): Tensor {
  const { shape, data } = mfcc(samples, rate, options);
  const [frames, coefficients] = shape as [number, number];
  const mean = new Float32Array(coefficients);
  for (let coefficient = 0; coefficient < coefficients; coefficient++) {
    let sum = 0;
    for (let frame = 0; frame < frames; frame++) sum += data[frame * coefficients + coefficient]!;
    mean[coefficient] = sum / frames;
  }
  return { shape: [coefficients], data: mean };
}
