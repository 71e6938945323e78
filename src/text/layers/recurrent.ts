import { plural } from '../language.ts';

/** Texts of a recurrent layer's lens. Figures come formatted. */
export const recurrentText = {
  /** Keras's letters for gates. */
  gates: {
    i: 'i, input gate',
    f: 'f, forget gate',
    c: 'c̃, candidate',
    o: 'o, output gate',
    z: 'z, update gate',
    r: 'r, reset gate',
    h: 'h̃, candidate',
  } as Readonly<Record<string, string>>,
  /** In small: over a block of the kernels, under a number. */
  letters: { c: 'c̃', h: 'h̃' } as Readonly<Record<string, string>>,
  hidden: 'hidden state',
  cell: 'cell state',
  output: 'h, output',
  direction: { forward: 'forward', backward: 'backward' },

  /** The weights, drawn once. */
  shared: (steps: string) => `one set of weights, used at each of the ${steps} steps`,
  single: 'the weights, used at the only step',
  weight: (name: string, shape: string, count: string) => `${name} ${shape} = ${count}`,

  /** Axes of the grids, named and counted. */
  steps: (count: string) => `${count} ${plural(count, { one: 'step', other: 'steps' })} →`,
  units: (count: string) => `${count} ${plural(count, { one: 'unit', other: 'units' })} ↓`,
  features: (count: string) => `${count} ${plural(count, { one: 'feature', other: 'features' })} ↓`,
  window: (first: string, last: string, of: string) => `steps ${first} to ${last} of ${of}`,

  /** Where the first state comes from. */
  first: {
    zero: 'starts at 0',
    short: '0',
    stateful: 'stateful: starts where the batch before ended; here at 0',
    given: (names: string) => `starts with ${names}`,
  },
  backwards: (first: string) => `go_backwards: reads step ${first} first`,
  turned: (step: string) => `output 0 is step ${step}, the first one read`,

  /** What goes on to the next layer. */
  all: (shape: string, to: string) => `return_sequences: all columns go on${to}: ${shape}`,
  last: (shape: string, to: string) => `only the last column goes on${to}: ${shape}`,
  to: (layer: string) => ` to ${layer}`,
  state: (states: string) => `return_state: so do, of the last step, ${states}`,

  /** The step that is opened. */
  opened: (step: string, of: string, unit: string, units: string) =>
    `step ${step} of ${of}, unit ${unit} of ${units}: what its gates add up`,
  input: (source: string, step: string) => `${source}, step ${step}`,
  before: 'h before',
  fromInput: '× kernel',
  fromHidden: '× recurrent',
  bias: 'bias',
  sum: 'sum',
  value: 'gate',
  candidate: 'value',
  reset: (r: string, input: string, hidden: string) =>
    `h̃: what comes of h is multiplied by r: ${input} + ${r} × ${hidden}`,
  resetFirst: 'h̃: h is multiplied by r first, unit by unit',
  previous: 'before',
  after: 'after',

  /** Both directions' outputs as one. */
  merging: (mode: string, forward: string, backward: string) =>
    `merge_mode ${mode} of forward ${forward} and backward ${backward} = `,
  directions: (name: string, second: boolean, forward: string, backward: string, mode: string | null) => {
    if (mode !== 'concat') return `${name} layer; the backward one reads from last to first`;
    const [own, other] = second ? [backward, forward] : [forward, backward];
    const place = second ? `the last ${own} units` : `the first ${own} units`;
    return `${name} layer, ${place}; the other ${other} are the ${second ? 'forward' : 'backward'} layer’s, with weights of its own`;
  },
  atStep: (step: string) => `at step ${step}`,

  anySteps: 'any number of steps',
  spoken: {
    step: (step: string, of: string, unit: string, units: string) =>
      `Step ${step} of ${of}, unit ${unit} of ${units}.`,
    gate: (name: string, sum: string, value: string) => `${name}: sum ${sum}, value ${value}.`,
    state: (name: string, before: string, after: string) => `${name}: ${before} before, ${after} after.`,
  },
};
