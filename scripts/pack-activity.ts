import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../src/base/random.ts';
import { activity } from '../src/model/datasets/activity.ts';
import { classesOf } from '../src/model/datasets/target.ts';
import { root } from './install.mjs';
import { packStored, type Stored, shuffled } from './pack-samples.ts';
import { pypiSources } from './pack-sources.ts';

// Packs windows of seglearn's recordings of a smart watch into public/data/activity, equally many of each exercise,
// chosen with a fixed seed. Those to train are cut from the first 70 % of each recording, each overlapping half of the
// next; those to test from the rest, so that no step is in both, and without overlap. Their channels are those of the
// UCI human-activity set: the acceleration without its slow part, the turning rate, the whole acceleration. The slow
// part is found in either part of a recording by itself, so that no number to train knows of steps to test.
//
// Of the seven exercises the pendulum is left out: the arm hangs and swings there, in the others the muscles move it.

interface Recordings {
  /** `[recording][step][channel]`, g and radians a second. */
  readonly X: readonly (readonly (readonly number[])[])[];
  /** Number of the exercise. */
  readonly y: readonly number[];
}

const TRAINED = 0.7;
/** Steps a second. */
const RATE = 50;
/** In Hz: where the slow part of an acceleration, mostly gravity, has lost half of its power. */
const SLOW = 0.3;
/** The number of the pendulum among seglearn’s exercises: the first. */
const LEFT_OUT = 0;
const VERSION = '1.2.5';
const folder = pypiSources('seglearn', VERSION);
const { stdout, status, stderr } = spawnSync(
  'python3',
  [join(root, 'scripts/read-watch.py'), join(folder, 'seglearn/data/watch_dataset.npy')],
  { encoding: 'utf8', maxBuffer: 2 ** 28 },
);
if (status !== 0) throw new Error(stderr);
const recordings = JSON.parse(stdout) as Recordings;
const { storage, available } = activity;
if (storage.type !== 'int16') throw new Error(storage.type);
const { scale } = storage;
const [steps] = activity.shape as [number, number];
const classes = classesOf(activity);
const random = createRandom(2026, 'activity');

/** Weights of a Gaussian low-pass, from the step itself on: its frequency response falls to √½ at `SLOW`. */
const deviation = (RATE * Math.sqrt(Math.LN2)) / (2 * Math.PI * SLOW);
const gaussian = Array.from({ length: Math.ceil(4 * deviation) }, (_, away) =>
  Math.exp(-0.5 * (away / deviation) ** 2),
);

/** The slow part of a signal; beyond its ends there is nothing to weigh. */
function slowPart(signal: readonly number[]): number[] {
  return signal.map((_, at) => {
    let sum = 0;
    let weights = 0;
    const last = Math.min(signal.length, at + gaussian.length);
    for (let step = Math.max(0, at - gaussian.length + 1); step < last; step++) {
      const weight = gaussian[Math.abs(step - at)]!;
      sum += weight * signal[step]!;
      weights += weight;
    }
    return sum / weights;
  });
}

/** Steps of acceleration and turning rate, x y z each, with the acceleration's quick part before them: nine channels. */
function nineChannels(steps: readonly (readonly number[])[]): number[][] {
  const slow = [0, 1, 2].map((axis) => slowPart(steps.map((step) => step[axis]!)));
  return steps.map((step, at) => {
    const total = step.slice(0, 3);
    return [...total.map((value, axis) => value - slow[axis]![at]!), ...step.slice(3), ...total];
  });
}

/**
 * The windows of a part of each recording, from `from` of its length to `to`, one every `stride` steps, in runs of
 * `run` windows that follow one another: together they deflate well, and few overlap the windows of another run.
 */
function windows(from: number, to: number, stride: number, run: number, count: number): Stored[] {
  const runs = recordings.X.flatMap((recording, number) => {
    const exercise = recordings.y[number]!;
    if (exercise === LEFT_OUT) return [];
    const part = nineChannels(
      recording.slice(Math.floor(from * recording.length), Math.floor(to * recording.length)),
    );
    const found: Stored[] = [];
    for (let start = 0; start + steps <= part.length; start += stride) {
      const values = part
        .slice(start, start + steps)
        .flatMap((row) => row.map((value, channel) => Math.round(value / scale[channel]!) + 0));
      found.push({ targets: [exercise - 1], values });
    }
    return Array.from({ length: Math.floor(found.length / run) }, (_, at) =>
      found.slice(at * run, (at + 1) * run),
    );
  });
  const each = count / classes.length / run;
  const chosen = classes.flatMap((name, label) => {
    const own = runs.filter(([window]) => window!.targets[0] === label);
    console.log(`${name}: ${each} runs of ${own.length}`);
    if (own.length < each) throw new Error(`${own.length} runs`);
    return shuffled(own, random).slice(0, each);
  });
  return shuffled(chosen, random).flat();
}

packStored(
  activity,
  {
    train: windows(0, TRAINED, steps / 2, 4, available.train),
    test: windows(TRAINED, 1, steps, 1, available.test),
  },
  `The recordings: ten people doing seven exercises of the shoulder, either hand, with a smart watch on the wrist, 6-axis
inertial data at 50 Hz, by David M. Burns and others (Shoulder Physiotherapy Exercise Recognition: Machine Learning the
Inertial Signals from a Smartwatch, https://arxiv.org/abs/1802.01489), as the PyPI package seglearn ${VERSION} has them.

Changes: six of the seven exercises, without the pendulum (there the arm hangs and swings, in the others the muscles move
it); nine channels, x y z each: body acceleration (the total less its slow part, a Gaussian low-pass of half power
at ${SLOW} Hz over the part of the recording that the window is of), turning rate, total acceleration; windows of 128
steps (2.56 s), ${available.train / classes.length} of each exercise from the first 70 % of the recordings to train, which overlap by half, and ${available.test / classes.length} from
the rest to test, which do not: of the same people; chosen and shuffled with a fixed seed; accelerations rounded to
0.03 g, turning rates to 0.1 rad/s; and packed (index.json says how).

seglearn's licence:

${readFileSync(join(folder, 'LICENSE'), 'utf8').trim()}
`,
);
