import { plural } from './language.ts';

/** What the probe's sources say. Functions get figures that are already formatted. */
export const probeText = {
  sources: 'Where the probe comes from',
  tabs: { samples: 'Samples', draw: 'Draw', picture: 'Picture', text: 'Words', type: 'Type' },
  /** What the axes of a sequence are: `128 steps of 0.02 s (2.56 s), 9 channels`. */
  axes: {
    steps: (count: string, each: string, all: string) =>
      count === '1' ? `1 step of ${each}` : `${count} steps of ${each}, ${all} in all`,
    words: (count: string) => `${count} words`,
    channels: (names: readonly string[]) => `Channels: ${names.join(', ')}`,
    rate: (rate: string) => `${rate} Hz`,
  },
  notPicture: (shape: string) =>
    `This model’s input is ${shape}. Drawings and pictures need rows, columns and 1 or 3 channels.`,

  range: {
    ink: (min: string, max: string) => `${min} to ${max}; 0 is background`,
    colors: (min: string, max: string) => `${min} to ${max}; 0 is dark`,
    beyond: (min: string, max: string, least: string, most: string) =>
      `${min} to ${max}; the data: ${least} to ${most}`,
    free: (min: string, max: string) => `${min} to ${max}; any numbers`,
    data: (min: string, max: string) => `${min} to ${max}`,
  },

  /** A text typed by hand. */
  text: {
    label: 'A text',
    take: 'Look at it',
    empty: 'Type some words.',
    help: 'Words are looked up in the vocabulary of the data.',
    cutTo: 'The beginning of a test sentence',
    typed: (text: string, unknown: readonly string[], cut: number) =>
      [
        `“${text}”, typed`,
        ...(unknown.length > 0 ? [`not in the vocabulary: ${unknown.join(', ')}`] : []),
        ...(cut > 0 ? [`${cut} ${plural(cut, { one: 'word has', other: 'words have' })} no room`] : []),
      ].join('; '),
  },

  sound: 'Play its sound',

  /** A probe that is shifted in time. */
  shift: {
    title: 'Shift in time',
    steps: 'Steps',
    fill: 'Comes in',
    fills: { zeros: 'Zeros', edge: 'Its edge' },
    later: (steps: string) => `${steps} later`,
    earlier: (steps: string) => `${steps} earlier`,
  },

  move: {
    title: 'Shift, rotate, scale',
    dx: 'Right',
    dy: 'Down',
    rotate: 'Rotate',
    scale: 'Scale',
    reset: 'Back to the original',
    degrees: (value: string) => `${value}°`,
    times: (value: string) => `×${value}`,
    said: (parts: readonly string[]) => `Moved: ${parts.join(', ')}`,
    right: (cells: string) => `${cells} right`,
    left: (cells: string) => `${cells} left`,
    down: (cells: string) => `${cells} down`,
    up: (cells: string) => `${cells} up`,
    clockwise: (degrees: string) => `${degrees}° clockwise`,
    counter: (degrees: string) => `${degrees}° counter-clockwise`,
  },

  draw: {
    pad: 'Drawing pad',
    help: 'Arrow keys move the pen, Space puts it down and lifts it.',
    pen: 'Pen width',
    color: 'Colour',
    eraser: 'Eraser',
    undo: 'Undo the last stroke',
    clear: 'Clear',
    centred: 'Centred as MNIST is',
    drawn: 'Drawn by hand',
    drawnCentred: 'Drawn, centred as MNIST is',
    at: (row: string, col: string, down: boolean) => `Row ${row}, col ${col}, pen ${down ? 'down' : 'up'}`,
  },

  picture: {
    choose: 'Choose a file',
    camera: 'Camera',
    take: 'Take',
    close: 'Close the camera',
    preview: 'What the camera sees',
    waiting: 'Waiting for the camera…',
    loading: 'Reading the picture…',
    elsewhere: 'Or drop a picture on the page, or paste one with Ctrl V.',
    how: 'Fit',
    hows: { contain: 'Whole', cover: 'Fill', stretch: 'Stretch' },
    invert: 'Invert',
    inverts: { auto: 'Auto', on: 'On', off: 'Off' },
    threshold: 'Cut below',
    photo: 'Photo',
    made: (size: string, shape: string, steps: readonly string[]) =>
      [`${size} scaled to ${shape}`, ...steps].join(', '),
    named: (name: string, size: string) => `${name}, ${size}`,
    photos: 'Free photos',
    photosAbout: 'Free photos, all CC0 1.0',
    photosLoading: 'Loading free photos…',
    photosFailed: 'The free photos could not be loaded.',
    steps: {
      contain: 'bands added',
      cover: 'sides cut off',
      stretch: 'stretched',
      gray: 'made gray',
      inverted: 'inverted',
      centred: 'centred as MNIST is',
      threshold: (value: string) => `below ${value} set to 0`,
    },
  },

  /** Why a picture cannot be taken; the probe stays as it is. */
  refused: {
    empty: 'This file is empty: it has 0 bytes.',
    'too-heavy': 'This file is larger than 50 MB. Make it smaller first.',
    'no-picture':
      'This is no picture that the browser can read. PNG, JPEG, WebP, GIF and SVG work everywhere.',
    heic: 'This browser cannot read HEIC pictures. Save it as JPEG or PNG first.',
    'too-many-pixels': 'This picture has more than 150 megapixels. Make it smaller first.',
    'svg-too-heavy': 'This SVG is larger than 1 MB. Save it as PNG first.',
    'svg-too-much':
      'This SVG would draw too much, or holds pictures or entities of its own. Save it as PNG first.',
    'too-slow': 'This picture took too long to read. Make it smaller first.',
    'no-file': 'There is no picture in what was dropped or pasted.',
    'camera-denied': 'The camera was not allowed. The browser’s settings for this site can allow it.',
    'camera-absent': 'No camera was found.',
    'camera-busy': 'The camera could not be started; another program may be using it.',
    'camera-unknown': 'This page has no access to a camera: that needs https, and a frame that allows it.',
  },
};

export type Refusal = keyof typeof probeText.refused;
