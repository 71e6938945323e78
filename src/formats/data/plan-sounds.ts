import { sizeOf, type Tensor } from '../../base/tensor.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { dataFaults, dataNotes, dataPlaces } from '../../text/own-data.ts';
import { classesAmong } from './classes.ts';
import type { Plan } from './plan.ts';
import { refusal } from './refuse.ts';
import { classOf, type Sound, usualClasses } from './sounds.ts';
import { shuffled, splitByGroup } from './split.ts';

export type SoundFeatures = NonNullable<Reading['features']>;

/** What becomes of so many samples of sound; `rate` of them are a second. */
export type Transform = (samples: Float32Array, rate: number) => Tensor;

/** Seconds of a sample where the sounds are longer than `SHORT`. */
const USUAL_SECONDS = 1;
const SHORT = 2;

export interface SoundReading {
  readonly features: SoundFeatures;
  readonly seconds: number;
  readonly classesFrom: 'folders' | 'names';
  readonly testShare: number;
  readonly seed: number;
}

export function completeSounds(sounds: readonly Sound[], rate: number, reading: Reading): SoundReading {
  const longest = Math.max(0, ...sounds.map(({ values }) => values.length)) / rate;
  return {
    features: reading.features ?? 'log-mel',
    seconds:
      reading.seconds ?? (longest <= SHORT ? Math.max(0.1, Math.ceil(longest * 10) / 10) : USUAL_SECONDS),
    classesFrom: reading.classesFrom ?? usualClasses(sounds.map(({ path }) => path)),
    testShare: reading.testShare ?? 0.2,
    seed: reading.seed ?? 0,
  };
}

/**
 * Parts of sounds, each of so many seconds, one after another; all of one sound are to train or all to test. What is
 * left at the end of a long sound is dropped, a short sound is filled up with silence.
 */
export function planSounds(
  sounds: readonly Sound[],
  rate: number,
  reading: SoundReading,
  transforms: Readonly<Record<SoundFeatures, Transform>>,
  file: string,
): Plan {
  const length = Math.max(1, Math.round(reading.seconds * rate));
  const names = sounds.map(({ path }) => classOf(path, reading.classesFrom));
  const classes = classesAmong(
    names,
    reading.classesFrom === 'folders' ? dataPlaces.folder : dataPlaces.fileName,
    file,
  );
  const parts = sounds.flatMap(({ values, path }, sound) => {
    if (values.length === 0) throw refusal('range', path, dataFaults.silent);
    const count = Math.max(1, Math.floor(values.length / length));
    return Array.from({ length: count }, (_, at) => ({ sound, from: at * length }));
  });
  if (parts.length < 2 || sounds.length < 2)
    throw refusal('range', file, dataFaults.fewSamples(parts.length));
  const split = splitByGroup(
    parts.map(({ sound }) => sound),
    reading.testShare,
    reading.seed,
  );
  const padded = sounds.filter(({ values }) => values.length < length).length;
  const transform = transforms[reading.features];
  const made = (part: { readonly sound: number; readonly from: number }): Tensor => {
    const samples = new Float32Array(length);
    samples.set(sounds[part.sound]!.values.subarray(part.from, part.from + length));
    return transform(samples, rate);
  };
  const { shape } = made(parts[0]!);
  const tested = new Set(split.test.map((part) => parts[part]!.sound)).size;
  return {
    shape,
    target: { type: 'classes', classes: classes.names },
    ...(reading.features === 'wave' && { step: { unit: 's', each: 1 / rate } }),
    train: shuffled(split.train, reading.seed),
    test: split.test,
    notes: [...(padded > 0 ? [dataNotes.padded(padded)] : []), dataNotes.bySound(tested, sounds.length)],
    write(sample, into, start) {
      into.set(made(parts[sample]!).data.subarray(0, sizeOf(shape)), start);
    },
    writeTargets(sample, into, start) {
      into[start] = classes.numbers[parts[sample]!.sound]!;
    },
    placeOf(sample) {
      const { sound, from } = parts[sample]!;
      return dataPlaces.seconds(sounds[sound]!.path, from / rate);
    },
  };
}
