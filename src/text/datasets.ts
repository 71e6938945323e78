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

const CC0 = { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' };

/** By the catalogue's key (`licence` of a data set's definition). */
export const datasetTexts: Readonly<Record<string, DatasetText>> = {
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
  facts: (shape: string, classes: string) => `${shape}, ${classes} classes`,
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
} as const;
