import { plural } from './language.ts';

/** What the page says about the reach of a stack. Figures come formatted. */
export const coneTexts = {
  panel: 'Reach of the stack',
  lookback: 'Lookback',
  lookbackRefusal: 'A whole number from 1 to 100,000',
  steps: 'steps',
  covers: (reach: string, lookback: string) => `Reach ${reach} covers a lookback of ${lookback}.`,
  holes: (read: string, lookback: string) =>
    `The reach is long enough, but only ${read} of the last ${lookback} steps are read.`,
  short: (reach: string, lookback: string, missing: string) =>
    `Reach ${reach} does not cover a lookback of ${lookback}: ${missing} more needed.`,
  kernel: 'kernel',
  dilation: 'dilation',
  ofLayer: (layer: string, what: string) => `${what} of ${layer}`,
  refusal: 'A whole number of at least 1',
  suggestions: (lookback: string) => `Smallest stacks that cover ${lookback}`,
  /** Dilations double from layer to layer. */
  stack: (kernel: string, last: string) =>
    `kernel ${kernel}, ${last === '1' ? 'one layer' : `dilations 1 to ${last}`}`,
  reach: (reach: string, weights: string) => `reach ${reach}, ${weights} weights`,
  pair: 'Weights for each pair of an input and an output channel',
  put: (stack: string) => `Make the stack ${stack}`,
  done: (layer: string, what: string, value: string) => `Set ${what}=${value} of ${layer}`,
  restacked: (stack: string) => `Stack: ${stack}`,
  show: 'Receptive cone',
  spoken: (layer: string, step: string, count: string, source: string, first: string, last: string) =>
    `Step ${step} of ${layer} reads ${count} ${plural(count, { one: 'step', other: 'steps' })} of ${source}: ${first} to ${last}.`,
  spokenNone: (layer: string, step: string, source: string) =>
    `Step ${step} of ${layer} reads no step of ${source}, only padding.`,
  notes: {
    short: (layer: string, reach: string, size: string) =>
      `One output of ${layer} sees ${reach} of ${size} steps: what lies further away it never sees.`,
    joined: (layer: string, reach: string, size: string) =>
      `One output of ${layer} sees ${reach} of ${size} steps; later layers put outputs together until all are seen.`,
    beyond: (reach: string, size: string, beyond: string) =>
      `A reach of ${reach} on ${size} steps: ${beyond} of its places are padding wherever the window lies.`,
    idle: (layers: string) => `Weights that only ever meet padding: ${layers}.`,
    idleOf: (layer: string, taps: string, kernel: string) => `${taps} of ${kernel} kernel cells of ${layer}`,
    holes: (holes: string, span: string) =>
      `Within the ${span} steps from the first to the last, ${holes} are not read: dilation leaps over them.`,
    unread: (unread: string, size: string) =>
      `${unread} of ${size} steps are read by no output: strides leap over them.`,
    mixed: (layer: string, size: string, input: string) =>
      `The cone ends at ${layer}: it reads its input of ${input} number by number, so its ${size} places along this axis are no longer the input’s steps. A Permute turns axes and keeps them whole.`,
    all: (layer: string) => `The cone ends at ${layer}: each of its outputs reads all that lies below it.`,
  },
};
