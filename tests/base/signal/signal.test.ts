import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../src/base/random.ts';
import { fourier } from '../../../src/base/signal/fourier.ts';
import { logMel } from '../../../src/base/signal/log-mel.ts';
import { melFilters, melSpectrogram } from '../../../src/base/signal/mel.ts';
import { meanMfcc, mfcc } from '../../../src/base/signal/mfcc.ts';
import { resample } from '../../../src/base/signal/resample.ts';
import { powerSpectrogram } from '../../../src/base/signal/spectrogram.ts';

const random = createRandom(7, 'signal');
const noise = (length: number) => Float32Array.from({ length }, () => random.uniform(-1, 1));
const tone = (hertz: number, rate: number, length: number) =>
  Float32Array.from({ length }, (_, at) => Math.sin((2 * Math.PI * hertz * at) / rate));

/** Power at frequency `bin / size` of the rate, by the definition of the transform. */
function slowPower(windowed: readonly number[], bin: number, size: number): number {
  let real = 0;
  let imaginary = 0;
  windowed.forEach((value, at) => {
    real += value * Math.cos((2 * Math.PI * bin * at) / size);
    imaginary -= value * Math.sin((2 * Math.PI * bin * at) / size);
  });
  return real * real + imaginary * imaginary;
}

/** The powers of the bands of one frame, by a slow loop over the definition. */
function slowBands(frame: Float32Array, rate: number, size: number, mels: number): number[] {
  const mel = (hertz: number) => 2595 * Math.log10(1 + hertz / 700);
  const hertz = (value: number) => 700 * (10 ** (value / 2595) - 1);
  const windowed = [...frame].map((value, at) => value * Math.sin((Math.PI * at) / frame.length) ** 2);
  return Array.from({ length: mels }, (_, band) => {
    const edge = (number: number) => hertz((mel(rate / 2) * number) / (mels + 1));
    let sum = 0;
    for (let bin = 0; bin <= size / 2; bin++) {
      const at = (bin * rate) / size;
      let weight = 0;
      if (at > edge(band) && at <= edge(band + 1)) {
        weight = (at - edge(band)) / (edge(band + 1) - edge(band));
      } else if (at > edge(band + 1) && at < edge(band + 2)) {
        weight = (edge(band + 2) - at) / (edge(band + 2) - edge(band + 1));
      }
      sum += weight * slowPower(windowed, bin, size);
    }
    return sum;
  });
}

const RATE = 1000;
const FRAMES = { frameSeconds: 0.05, hopSeconds: 0.02 };
const samples = noise(131);

function closeTo(found: ArrayLike<number>, wanted: readonly number[]): void {
  expect(found.length).toBe(wanted.length);
  wanted.forEach((value, at) => {
    expect(Math.abs(found[at]! - value)).toBeLessThan(1e-4 * Math.max(1, Math.abs(value)));
  });
}

describe('the Fourier transform', () => {
  test('is the sum of its definition', () => {
    for (const size of [1, 2, 8, 64]) {
      const real = Float64Array.from(noise(size));
      const values = [...real];
      const imaginary = new Float64Array(size);
      fourier(real, imaginary);
      for (let bin = 0; bin < size; bin++) {
        expect(real[bin]! ** 2 + imaginary[bin]! ** 2).toBeCloseTo(slowPower(values, bin, size), 8);
      }
    }
  });
  test('refuses a length that is no power of two', () => {
    expect(() => fourier(new Float64Array(12), new Float64Array(12))).toThrow('12');
  });
});

describe('the mel spectrogram', () => {
  test('has whole frames, of the powers that a slow loop finds', () => {
    const mels = 6;
    const { shape, data } = melSpectrogram(samples, RATE, mels, FRAMES);
    // 131 samples in frames of 50, 20 apart: at 0, 20, 40, 60 and 80.
    expect(shape).toEqual([5, mels]);
    const wanted = [0, 20, 40, 60, 80].flatMap((start) =>
      slowBands(samples.subarray(start, start + 50), RATE, 64, mels),
    );
    closeTo(data, wanted);
  });
  test('a tone is loudest in the band that it lies in', () => {
    const [, bins] = powerSpectrogram(tone(250, RATE, 200), RATE, FRAMES).shape as [number, number];
    expect(bins).toBe(33);
    const filters = melFilters(10, RATE, 64).data;
    const heard = melSpectrogram(tone(250, RATE, 200), RATE, 10, FRAMES).data.subarray(0, 10);
    const weights = Array.from({ length: 10 }, (_, mel) => filters[mel * bins + 16]!);
    expect(heard.indexOf(Math.max(...heard))).toBe(weights.indexOf(Math.max(...weights)));
  });
  test('a sound shorter than a frame is padded to one', () => {
    expect(powerSpectrogram(noise(3), RATE, FRAMES).shape).toEqual([1, 33]);
  });
});

describe('the log-mel spectrogram', () => {
  test('is in decibels below the loudest', () => {
    const power = melSpectrogram(samples, RATE, 6, FRAMES).data;
    const most = Math.max(...power);
    const wanted = [...power].map((value) => Math.max(0, 1 + (10 * Math.log10(value / most)) / 20));
    const { data } = logMel(samples, RATE, { ...FRAMES, mels: 6, floor: 20 });
    closeTo(data, wanted);
    expect(Math.max(...data)).toBe(1);
  });
  test('does not change with loudness; is cut and padded; silence is 0', () => {
    const options = { ...FRAMES, mels: 6 };
    const { data } = logMel(samples, RATE, options);
    closeTo(
      logMel(
        samples.map((value) => value / 8),
        RATE,
        options,
      ).data,
      [...data],
    );
    expect(logMel(samples, RATE, { ...options, frames: 2 }).data).toEqual(data.subarray(0, 12));
    const padded = logMel(samples, RATE, { ...options, frames: 7 });
    expect(padded.shape).toEqual([7, 6]);
    expect([...padded.data.subarray(30)]).toEqual(new Array(12).fill(0));
    expect([...logMel(new Float32Array(60), RATE, options).data]).toEqual(new Array(6).fill(0));
  });
});

describe('MFCCs', () => {
  test('are the cosine transform of the decibels, and keep their energy where all are kept', () => {
    const mels = 6;
    const decibels = [...melSpectrogram(samples, RATE, mels, FRAMES).data].map((p) => 10 * Math.log10(p));
    const { shape, data } = mfcc(samples, RATE, { ...FRAMES, mels, coefficients: mels });
    expect(shape).toEqual([5, mels]);
    const wanted = Array.from({ length: 5 * mels }, (_, at) => {
      const frame = Math.floor(at / mels);
      const k = at % mels;
      let sum = 0;
      for (let n = 0; n < mels; n++) {
        sum += decibels[frame * mels + n]! * Math.cos((Math.PI / mels) * (n + 0.5) * k);
      }
      return sum * (k === 0 ? Math.sqrt(1 / mels) : Math.sqrt(2 / mels));
    });
    closeTo(data, wanted);
    const energy = (values: Iterable<number>) => [...values].reduce((sum, value) => sum + value * value, 0);
    expect(energy(data) / energy(decibels)).toBeCloseTo(1, 5);
    const means = Array.from({ length: 3 }, (_, k) => {
      return [0, 1, 2, 3, 4].reduce((sum, frame) => sum + wanted[frame * mels + k]! / 5, 0);
    });
    closeTo(meanMfcc(samples, RATE, { ...FRAMES, mels, coefficients: 3 }).data, means);
  });
});

describe('another rate', () => {
  test('keeps a tone below half the lower rate, and takes away one above', () => {
    const middle = (values: Float32Array) => values.subarray(60, values.length - 60);
    const kept = resample(tone(50, 1000, 1000), 1000, 700);
    expect(kept.length).toBe(700);
    const wanted = middle(tone(50, 700, 700));
    for (const [at, value] of middle(kept).entries())
      expect(Math.abs(value - wanted[at]!)).toBeLessThan(0.01);
    const gone = resample(tone(420, 1000, 1000), 1000, 700);
    for (const value of middle(gone)) expect(Math.abs(value)).toBeLessThan(0.02);
    const raised = middle(resample(tone(50, 1000, 500), 1000, 2000));
    const higher = middle(tone(50, 2000, 1000));
    for (const [at, value] of raised.entries()) expect(Math.abs(value - higher[at]!)).toBeLessThan(0.01);
  });
});
