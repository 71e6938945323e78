import { type Tensor, zeros } from '../tensor.ts';
import { melSpectrogram } from './mel.ts';
import { FRAMING, type Framing } from './spectrogram.ts';

export interface LogMel extends Partial<Framing> {
  /** Bands; 40 where left out. */
  readonly mels?: number;
  /** So many frames, cut at the end or padded with 0; as many as there are where left out. */
  readonly frames?: number;
  /** Decibels from the loudest cell down to where everything counts as silence; 60 where left out. */
  readonly floor?: number;
}

/**
 * The log-mel spectrogram of a sound, `[frame, mel]`: 1 the loudest cell of all, 0 what is `floor` decibels below it or
 * less, evenly in decibels between. A silent sound is all 0.
 */
export function logMel(samples: Float32Array, rate: number, options: LogMel = {}): Tensor {
  const { mels = 40, floor = 60 } = options;
  const power = melSpectrogram(samples, rate, mels, { ...FRAMING, ...options });
  const [heard] = power.shape as [number, number];
  const spectrogram = zeros([options.frames ?? heard, mels]);
  const loudest = power.data.reduce((most, value) => Math.max(most, value), 0);
  if (loudest === 0) return spectrogram;
  const cells = Math.min(spectrogram.data.length, power.data.length);
  for (let cell = 0; cell < cells; cell++) {
    const decibels = 10 * Math.log10(power.data[cell]! / loudest);
    spectrogram.data[cell] = Math.max(0, 1 + decibels / floor);
  }
  return spectrogram;
}
