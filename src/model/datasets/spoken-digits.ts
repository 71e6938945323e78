import type { DatasetDefinition } from './definition.ts';

const DIGITS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine'];

/** MFCCs are stored in quarters; the model sees each as far from its mean as 20 of them are long. */
const mean40 = {
  shape: [40],
  origin: 'synthesised',
  storage: { type: 'int16', scale: [0.0125], offset: [0] },
  available: { train: 2400, test: 300 },
  default: { train: 2400, test: 300 },
  unit: 'MFCC / 20',
  range: [-8, 8],
} as const;

/**
 * The digits as Debian's espeak-ng says them, in many voices, accents, speeds and pitches: log-mel spectrograms, `[frame,
 * mel]`, 1 the loudest and 0 what is 60 dB below it. No voice of the test split is in the training split
 * (`scripts/pack-spoken-digits.ts`).
 */
export const spokenDigits: DatasetDefinition = {
  name: 'spoken-digits',
  shape: [36, 28],
  target: { type: 'classes', classes: DIGITS },
  step: { unit: 's', each: 0.016 },
  origin: 'synthesised',
  storage: { type: 'bytes' },
  available: { train: 1200, test: 300 },
  default: { train: 1200, test: 300 },
  unit: 'loudness',
  sounds: 40,
  range: [0, 1],
  licence: 'spoken-digits',
};

/** Of the same voices and more of what they said, the mean of each MFCC over time. */
export const spokenDigitsMfcc: DatasetDefinition = {
  ...mean40,
  name: 'spoken-digits-mfcc',
  target: { type: 'classes', classes: DIGITS },
  licence: 'spoken-digits-mfcc',
};

/** The same MFCCs, and as a target the pitch of the voice, found by autocorrelation. */
export const spokenDigitsPitch: DatasetDefinition = {
  ...mean40,
  name: 'spoken-digits-pitch',
  target: { type: 'numbers', names: ['pitch'], unit: 'Hz', scale: 100, offset: 150 },
  licence: 'spoken-digits-pitch',
};
