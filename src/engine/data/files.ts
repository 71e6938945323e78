import type { Split } from '../engine.ts';

/** Samples a file; the last of a split may have fewer. */
export const CHUNK = 1000;

/** Samples of the test split that also stand in a small file of their own, so that the first picture costs little. */
export const FIRST_COUNT = 40;

export const FIRST_FILE = 'first.bin';

/** The series that the samples of a set of windows are cut from. */
export const SERIES_FILE = 'series.bin';

/** The vocabulary of a set of texts: a list of words, by their numbers. */
export const WORDS_FILE = 'words.json';

/** Sounds of the first samples of a test split, for playing. */
export const SOUND_FILE = 'sound.bin';

/** Folder of a data set below the site's root. */
export function datasetFolder(name: string): string {
  return `data/${name}`;
}

/** Name of the file with the samples from `CHUNK * number` on. */
export function chunkFile(split: Split, number: number): string {
  return `${split}-${number}.bin`;
}
