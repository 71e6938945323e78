import { sizeOf } from '../../base/tensor.ts';
import type { CustomDataset } from '../../model/datasets/custom.ts';
import { CUSTOM } from '../../model/datasets/custom.ts';
import type { DatasetChannel, DatasetTarget } from '../../model/datasets/definition.ts';
import type { Reading } from '../../model/datasets/reading.ts';
import { targetSize } from '../../model/datasets/target.ts';
import { dataFaults, dataNotes } from '../../text/own-data.ts';
import { crc32 } from '../archive/crc32.ts';
import type { Plan } from './plan.ts';
import type { Progress } from './progress.ts';
import { refusal } from './refuse.ts';

/** Data as they are held: of the training samples the numbers, then the targets; then those to test. Little-endian. */
export interface BuiltData {
  readonly dataset: CustomDataset;
  readonly numbers: Float32Array<ArrayBuffer>;
  readonly notes: readonly string[];
}

/** Numbers that are held, targets included. */
const MOST_NUMBERS = 32_000_000;

/** Names of more channels than these are left out: they would be longer than a link may be. */
const NAMED_CHANNELS = 64;

/** Samples from one word of the progress to the next. */
const BETWEEN = 256;

interface Scaling {
  readonly mean: number;
  readonly deviation: number;
}

/** Mean and deviation of every `period`-th number; a deviation of 1 where they are all the same. */
function scalingsOf(numbers: Float32Array, period: number): Scaling[] {
  const count = numbers.length / period;
  return Array.from({ length: period }, (_, at) => {
    let sum = 0;
    for (let place = at; place < numbers.length; place += period) sum += numbers[place]!;
    const mean = sum / count;
    let squares = 0;
    for (let place = at; place < numbers.length; place += period) squares += (numbers[place]! - mean) ** 2;
    const deviation = Math.sqrt(squares / count);
    // What does not vary is not made to vary by what rounding leaves.
    return { mean, deviation: deviation > 1e-6 * Math.max(1e-30, Math.abs(mean)) ? deviation : 1 };
  });
}

function scale(numbers: Float32Array, scalings: readonly Scaling[]): void {
  const period = scalings.length;
  for (let at = 0; at < numbers.length; at++) {
    const { mean, deviation } = scalings[at % period]!;
    numbers[at] = (numbers[at]! - mean) / deviation;
  }
}

function rangeOf(parts: readonly Float32Array[]): [number, number] {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const part of parts) {
    for (const value of part) {
      if (value < least) least = value;
      if (value > most) most = value;
    }
  }
  return [least, most];
}

/** So many digits as tell two numbers of 32 bits apart; shorter in a link. */
const short = (value: number) => Number(value.toPrecision(6));

function withScaling(
  plan: Plan,
  scalings: readonly Scaling[] | undefined,
): { readonly channels?: readonly DatasetChannel[] } {
  const width = plan.shape.at(-1)!;
  if (!plan.channels || width > NAMED_CHANNELS) return {};
  if (!scalings) return { channels: plan.channels };
  return {
    channels: plan.channels.map((channel, at) => ({
      ...channel,
      scale: short(scalings[at]!.deviation),
      offset: short(scalings[at]!.mean),
    })),
  };
}

/**
 * Writes the samples of a plan out and describes them. With `reading.standardize`, each channel of the last axis, and a
 * target of one number, gets mean 0 and deviation 1 by what the training part has.
 * @throws KernelscopeError `budget` where they would be too many numbers
 */
export function buildData(plan: Plan, file: string, reading: Reading, progress: Progress): BuiltData {
  const size = sizeOf(plan.shape);
  const width = targetSize(plan.target);
  const total = (plan.train.length + plan.test.length) * (size + width);
  if (total > MOST_NUMBERS) throw refusal('budget', file, dataFaults.large(total, MOST_NUMBERS));
  const numbers = new Float32Array(total);
  let done = 0;
  let at = 0;
  const write = (samples: ArrayLike<number>) => {
    const values = numbers.subarray(at, at + samples.length * size);
    at += values.length;
    const targets = numbers.subarray(at, at + samples.length * width);
    at += targets.length;
    for (let place = 0; place < samples.length; place++) {
      if (done++ % BETWEEN === 0) {
        progress(done / (plan.train.length + plan.test.length));
      }
      plan.write(samples[place]!, values, place * size);
      plan.writeTargets(samples[place]!, targets, place * width);
    }
    return { values, targets };
  };
  const train = write(plan.train);
  const test = write(plan.test);

  const standardize = reading.standardize ?? false;
  const scalings = standardize ? scalingsOf(train.values, plan.shape.at(-1)!) : undefined;
  if (scalings) for (const { values } of [train, test]) scale(values, scalings);
  let target: DatasetTarget = plan.target;
  if (standardize && target.type === 'numbers' && width === 1) {
    const [scaling] = scalingsOf(train.targets, 1);
    for (const { targets } of [train, test]) scale(targets, [scaling!]);
    const { channel, ...rest } = target;
    // Which of the channels it is says nothing where their scales are not told.
    const told = channel !== undefined && plan.shape.at(-1)! <= NAMED_CHANNELS;
    target = {
      ...rest,
      scale: short(scaling!.deviation),
      offset: short(scaling!.mean),
      ...(told && { channel }),
    };
  }
  const [least, most] = rangeOf([train.values, test.values]);
  const counts = { train: plan.train.length, test: plan.test.length };
  const checksum = crc32(new Uint8Array(numbers.buffer)).toString(36);
  return {
    dataset: {
      name: CUSTOM,
      ...counts,
      data: `${checksum}-${numbers.length.toString(36)}`,
      file,
      shape: plan.shape,
      target,
      ...withScaling(plan, scalings),
      ...(plan.step && { step: plan.step }),
      range: [short(least), short(most)],
      available: counts,
      reading,
    },
    numbers,
    notes: [...plan.notes, ...(standardize ? [dataNotes.standardized] : [])],
  };
}
