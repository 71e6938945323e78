import { count, counted } from './counted.ts';
import { plural } from './language.ts';

const many = (number: number, one: string, other = `${one}s`) => counted(number, { one, other });
const are = (number: number) => plural(number, { one: 'is', other: 'are' });

/** Why files that the reader opens cannot be taken; after the place, so they begin in lower case and end without a point. */
export const dataFaults = {
  none: 'no file was given',
  unknown: (kinds: string) =>
    `this is none of the kinds of data that are read here (CSV, .npy, .npz, the UCI human-activity set, sounds): ${kinds}`,
  empty: 'the file is empty',
  noRows: 'there are no rows below the names of the columns',
  binary: 'this is not text: a table has rows of text with a comma, semicolon or tab between the cells',
  encoding: 'this is not UTF-8 text; save the table as UTF-8 and open it again',
  ragged: (fields: number, wanted: number) =>
    `this row has ${many(fields, 'cell')}, and the first has ${count(wanted)}`,
  longLine: 'this row has no end: a quotation mark is not closed, or this is no table',
  manyColumns: (most: number) => `more than ${count(most)} columns`,
  wideCharacters: 'this is UTF-16 text; save the table as UTF-8 and open it again',
  noColumn: (known: string) => `there is no such column; there are ${known}`,
  noInputs: 'no column is left for the model to see',
  textColumn: (name: string, text: string) =>
    `the column “${name}” should hold numbers, and here it says ${text}`,
  wordyColumn: (name: string) => `the column “${name}” has too many different texts to be classes`,
  manyClasses: (name: string, most: number) =>
    `“${name}” has more than ${count(most)} different values, too many to be classes; take it as a number`,
  oneClass: (name: string) => `“${name}” has only one value, so there is nothing to tell apart`,
  noTarget: 'the column of what is to be said is missing; choose one',
  fewRows: (length: number, rows: number) =>
    `a window of ${many(length, 'row')} does not fit: the longest unbroken run has ${many(rows, 'row')}`,
  fewSamples: (samples: number) =>
    `only ${many(samples, 'sample')}: at least one to train and one to test are needed`,
  allMissing: 'every window has a missing number',
  large: (values: number, most: number) =>
    `${count(values)} numbers are more than the ${count(most)} that are kept here; take fewer columns, shorter windows or a larger step`,
  largeFile: (bytes: number, most: number) =>
    `${count(bytes)} bytes are more than the ${count(most)} that are read here`,
  manyFiles: (most: number) => `more than ${count(most)} files`,
  npy: 'this is no NumPy array: it has to begin with \\x93NUMPY',
  npyHeader: 'the header of this NumPy array cannot be read',
  npyObjects: 'this array holds Python objects, which are not read here; save it with dtype float32',
  npyType: (type: string) => `numbers of the type ${type} are not read here; save the array as float32`,
  npyShort: (bytes: number, wanted: number) =>
    `the array is cut off: ${count(bytes)} bytes of ${count(wanted)}`,
  npyAxes: (axes: number) => `an array of ${many(axes, 'axis', 'axes')} has no samples along its first axis`,
  noArray: (known: string) => `there is no such array; there are ${known}`,
  lengths: (one: string, first: number, other: string, second: number) =>
    `“${one}” has ${many(first, 'sample')} and “${other}” ${count(second)}; they have to be as many`,
  noLabels: 'there is no second array with as many rows that would say what each sample is',
  splitShapes: (one: string, other: string) =>
    `the training and the test samples have other shapes: ${one} and ${other}`,
  notFinite: 'a number here is infinite or missing',
  zip: 'the zip is damaged',
  zipEntry: (bytes: string) => `${bytes} bytes unpacked are more than are read here`,
  uciMissing: (name: string) => `the file ${name} of the human-activity set is missing`,
  uciLines: (lines: number, wanted: number) => `${many(lines, 'row')}, and the labels are ${count(wanted)}`,
  uciNumber: (text: string) => `expected a number, and here it says ${text}`,
  uciLabel: (label: string) => `the label ${label} is not in activity_labels.txt`,
  noSound: 'this is no sound that the browser can play',
  textAsSound: (ending: string) => `this is text, though its name ends in .${ending}`,
  longSounds: (minutes: number) =>
    `all sounds together are longer than the ${count(minutes)} minutes that are kept here; open fewer of them`,
  silent: 'this sound has no length',
  soundless: 'sounds cannot be decoded here',
  cancelled: 'the reading was ended',
  worker: 'what reads the files stopped unexpectedly; try a smaller file',
  offline: 'what reads the files could not be loaded; check the connection, then try again',
};

/** What was done to the reader's data, in sentences. */
export const dataNotes = {
  kept: (rows: number, share: number) =>
    `Only the first ${many(rows, 'row')} are kept, about ${share < 0.01 ? 'less than 1' : Math.round(share * 100)}% of the file: more would not fit.`,
  missing: (name: string, cells: number, line: number) =>
    `“${name}” has no number in ${many(cells, 'row')}, first in line ${count(line)}.`,
  leftOut: (windows: number) => `${many(windows, 'sample')} with missing numbers ${are(windows)} left out.`,
  unlabelled: (rows: number) => `${many(rows, 'row')} without a class ${are(rows)} left out.`,
  chronological: 'The last part of each unbroken run is kept to test; no window lies in both parts.',
  byGroup: (groups: number, of: number) =>
    `${many(groups, 'group')} of ${count(of)} are kept to test, chosen by the seed.`,
  bySound: (sounds: number, of: number) =>
    `${many(sounds, 'sound')} of ${count(of)} are kept to test, chosen by the seed.`,
  bySeed: 'Which samples test is chosen by the seed.',
  given: 'The files say what is to train and what to test.',
  unseen: (classes: string) => `To test only: ${classes}.`,
  untested: (classes: string) => `To train only: ${classes}.`,
  standardized: 'Brought to mean 0 and deviation 1, measured on the training part.',
  forecast: (ahead: number) => `The number stands ${many(ahead, 'row')} after the window’s last.`,
  padded: (sounds: number) =>
    `${many(sounds, 'sound')} shorter than a sample ${are(sounds)} filled up with silence.`,
  skippedFiles: (files: number) => `${many(files, 'file')} of other kinds ${are(files)} passed over.`,
};

/** Where a sample comes from. */
export const dataPlaces = {
  line: (line: number) => `line ${count(line)}`,
  splitLine: (split: string, line: number) => `${split}, line ${count(line)}`,
  row: (row: number) => `row ${count(row)}`,
  rowOf: (row: number, array: string) => `row ${count(row)} of ${array}`,
  seconds: (path: string, seconds: number) => `${path}, ${seconds.toFixed(2)} s`,
  folder: 'folder',
  fileName: 'file name',
};
