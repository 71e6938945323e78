import { spawnSync } from 'node:child_process';
import { deflateSync } from 'fflate';
import { createRandom } from '../src/base/random.ts';
import { logMel } from '../src/base/signal/log-mel.ts';
import { meanMfcc } from '../src/base/signal/mfcc.ts';
import { resample } from '../src/base/signal/resample.ts';
import { FIRST_COUNT, SOUND_FILE } from '../src/engine/data/files.ts';
import { spokenDigits, spokenDigitsMfcc, spokenDigitsPitch } from '../src/model/datasets/spoken-digits.ts';
import { classesOf } from '../src/model/datasets/target.ts';
import { packStored, type Stored, shuffled } from './pack-samples.ts';
import { pitchOf } from './pitch.ts';

// Says the digits with espeak-ng in many voices, and packs what is heard into public/data: log-mel spectrograms, mean
// MFCCs, the pitch, and some of the sounds themselves. The voices of the test split say nothing in the training split.

const VOICES = {
  train:
    'adam Alicia Andrea Andy Annie antonio aunty belinda benjamin boris caleb david Denis Diogo ed edward f1 f2 f4 gustave Henrique Hugo iven Jacky john klatt klatt4 Lee linda m1 m3 m5 m7 Marco Mario max michel miguel Mike anika',
  test: 'Alex f3 f5 Gene m2 m4 norbert pablo steph travis',
};
const ACCENTS = ['en-us', 'en-gb', 'en-gb-scotland', 'en-gb-x-rp', 'en-gb-x-gbclan', 'en-us-nyc'];
/** Times that a voice says each digit; of those the spectrograms are of so many. */
const TIMES = { train: 6, test: 3 };
const SEEN_TIMES = 3;
const RATE = 8000;
const [frames, mels] = spokenDigits.shape as [number, number];
const hopSeconds = spokenDigits.step!.each;
/** Levels of a cell: fewer than a byte has, which the eye hardly sees, and half the size. */
const LEVELS = 32;

interface Spoken {
  readonly label: number;
  readonly time: number;
  readonly sound: Float32Array;
  readonly pitch: number;
}

/** The samples of a WAV file of one channel, 16 bits, -1 to 1, as espeak-ng writes it to its output. */
function samplesOf(wav: Buffer): { rate: number; samples: Float32Array } {
  const data = wav.indexOf('data') + 8;
  return {
    rate: wav.readUInt32LE(24),
    samples: Float32Array.from({ length: Math.floor((wav.length - data) / 2) }, (_, at) => {
      return wav.readInt16LE(data + 2 * at) / 32768;
    }),
  };
}

/** Without the silence around it, its loudest sample 1. */
function trimmed(samples: Float32Array): Float32Array {
  const loudest = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const heard = (value: number) => Math.abs(value) > 0.02 * loudest;
  const margin = Math.round(0.01 * RATE);
  const first = Math.max(0, samples.findIndex(heard) - margin);
  const last = samples.findLastIndex(heard) + margin;
  return samples.slice(first, last).map((value) => value / loudest);
}

const classes = classesOf(spokenDigits);
const random = createRandom(2026, 'spoken-digits');

function say(label: number, voice: string, time: number): Spoken {
  for (;;) {
    const accent = ACCENTS[Math.floor(random.uniform(0, ACCENTS.length))]!;
    const speed = Math.round(random.uniform(150, 230));
    const pitch = Math.round(random.uniform(25, 85));
    const options = ['-v', `${accent}+${voice}`, '-s', String(speed), '-p', String(pitch), '--stdout'];
    const { status, stdout } = spawnSync('espeak-ng', [...options, classes[label]!]);
    if (status !== 0) throw new Error(`espeak-ng ${options.join(' ')}`);
    const { rate, samples } = samplesOf(stdout);
    const sound = trimmed(resample(samples, rate, RATE));
    const heard = pitchOf(sound, RATE);
    if (heard !== undefined) return { label, time, sound, pitch: heard };
    console.log(`${accent}+${voice} says ${classes[label]} without a pitch`);
  }
}

function spoken(split: 'train' | 'test'): Spoken[] {
  const all = VOICES[split]
    .split(' ')
    .flatMap((voice) =>
      classes.flatMap((_, label) =>
        Array.from({ length: TIMES[split] }, (_, time) => say(label, voice, time)),
      ),
    );
  return shuffled(all, random);
}

const splits = { train: spoken('train'), test: spoken('test') };
const lengths = splits.train.map(({ sound }) => sound.length / RATE).sort((one, other) => one - other);
const pitches = splits.train.map(({ pitch }) => pitch).sort((one, other) => one - other);
for (const [name, list] of Object.entries({ seconds: lengths, hertz: pitches })) {
  console.log(
    name,
    [0, 0.05, 0.5, 0.95, 0.9999].map((part) => list[Math.floor(part * list.length)]!.toFixed(2)),
  );
}

const step = 255 / (LEVELS - 1);
const pictured = ({ label, sound }: Spoken): Stored => ({
  targets: [label],
  values: Array.from(logMel(sound, RATE, { frames, mels, hopSeconds, floor: 60 }).data, (value) =>
    Math.round(Math.round(value * (LEVELS - 1)) * step),
  ),
});
const seen = (split: 'train' | 'test') => splits[split].filter(({ time }) => time < SEEN_TIMES);
const mfccs = {
  train: splits.train.map(({ sound }) => meanMfcc(sound, RATE).data),
  test: splits.test.map(({ sound }) => meanMfcc(sound, RATE).data),
};
/** The mean of each coefficient over all training sounds, which is taken away. */
const centre = Array.from({ length: 40 }, (_, at) => {
  return mfccs.train.reduce((sum, mfcc) => sum + mfcc[at]!, 0) / mfccs.train.length;
});
const measured = (split: 'train' | 'test', target: (one: Spoken) => number) =>
  splits[split].map(
    (one, at): Stored => ({
      targets: [target(one)],
      values: Array.from(mfccs[split][at]!, (value, number) => Math.round(4 * (value - centre[number]!)) + 0),
    }),
  );

/** How fast, how many and how long the sounds are, as uint32; then a signed byte a sample. */
function soundFile(sounds: readonly Float32Array[]): Uint8Array {
  const header = Uint32Array.of(RATE, sounds.length, ...sounds.map(({ length }) => length));
  const bytes = sounds.flatMap((sound) => Array.from(sound, (value) => Math.round(127 * value)));
  return deflateSync(
    Uint8Array.of(...new Uint8Array(header.buffer), ...new Uint8Array(Int8Array.from(bytes).buffer)),
    { level: 9 },
  );
}

const version = spawnSync('espeak-ng', ['--version'], { encoding: 'utf8' }).stdout.split('  ')[0];
const licence = (
  what: string,
) => `The digits zero to nine, synthesised for Kernelscope with Debian's espeak-ng (${version}): ${VOICES.train.split(' ').length} voices
to train, ${VOICES.test.split(' ').length} others to test, in ${ACCENTS.length} accents, at 150 to 230 words a minute, pitches drawn with a fixed seed; then at ${RATE} Hz,
without the silence around them. ${what}

espeak-ng is a program under the GNU General Public License 3, https://github.com/espeak-ng/espeak-ng, which does not
extend to the sounds that it makes. These files are under Kernelscope's licence, the Apache License 2.0,
https://www.apache.org/licenses/LICENSE-2.0

Voices to train: ${VOICES.train}
Voices to test: ${VOICES.test}
`;
packStored(
  spokenDigits,
  { train: seen('train').map(pictured), test: seen('test').map(pictured) },
  licence(`Log-mel spectrograms, ${frames} frames of 32 ms, ${hopSeconds * 1000} ms apart, and ${mels} mel bands to ${RATE / 2} Hz; 255 is the loudest cell of a sound, 0 what is 60 dB
below it or less, in ${LEVELS} levels. sound.bin has the first ${FIRST_COUNT} sounds of the test split.`),
  {
    files: {
      [SOUND_FILE]: soundFile(
        seen('test')
          .slice(0, FIRST_COUNT)
          .map(({ sound }) => sound),
      ),
    },
  },
);
const mfccText =
  'The mean over time of 40 MFCCs (of 64 mel bands, in decibels), less their means over the training sounds, in quarters.';
packStored(
  spokenDigitsMfcc,
  { train: measured('train', ({ label }) => label), test: measured('test', ({ label }) => label) },
  licence(mfccText),
);
const { scale = 1, offset = 0 } = spokenDigitsPitch.target as { scale?: number; offset?: number };
packStored(
  spokenDigitsPitch,
  {
    train: measured('train', ({ pitch }) => (pitch - offset) / scale),
    test: measured('test', ({ pitch }) => (pitch - offset) / scale),
  },
  licence(`${mfccText} The target is the pitch of the voice, found by autocorrelation.`),
);
