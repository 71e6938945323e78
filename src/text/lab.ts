import { plural } from './language.ts';

/** What the bench of training says. Functions get figures that are already formatted. */
export const lab = {
  units: { batch: 'step', epoch: 'epoch' },

  /** On the curves, where it happened. */
  moments: { rate: (factor: string) => `lr × ${factor}`, best: 'best', stopped: 'stopped' },

  curves: {
    view: 'View of the curves',
    button: 'View',
    smoothing: 'Smooth',
    smoothingOff: 'off',
    log: 'Logarithmic axis for the loss',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    whole: 'Whole run',
    chart: (metric: string, unit: string) => `${metric} by ${unit}`,
    help: 'Arrow keys move along the curve, plus zooms in, Escape zooms out. Drag over a part to see it nearer.',
    nothing: 'nothing yet',
    at: (unit: string, step: string) => `${unit} ${step}`,
    read: (series: string, value: string) => `${series} ${value}`,
  },

  shows: { label: 'What is shown of the run', curves: 'Curves', layers: 'Layers' },

  /** How each layer stands while it trains. */
  health: {
    title: 'How each layer stands',
    empty:
      'Nothing trained yet. While it trains, this counts dead units and saturated activations of each layer, and how long its gradient is.',
    layer: 'Layer',
    open: (name: string) => `Open the lens of ${name}`,
    heads: { dead: 'Dead units', saturated: 'Saturated', gradient: 'Gradient' },
    meanings: {
      dead: '0 for every picture',
      saturated: 'where it is flat',
      gradient: 'its length; bars 10⁻⁶ to 100',
    },
    step: (step: string) => `Step ${step},`,
    when: 'one batch, before its update. Rest on a number for what it counts.',
    none: '–',
    deadOf: (dead: string, units: string) => `${dead} of ${units}`,
    deadWhy: (dead: string, units: string) =>
      `${dead} of its ${units} units gave 0 in every place for every picture of this batch. A ReLU that gives 0 passes no gradient on, so these pictures teach such a unit nothing.`,
    saturatedWhy: (share: string, name: string) =>
      `${share} of its outputs, over all pictures of this batch, lie within 0.01 of a limit of ${name}. It is almost flat there, so hardly any gradient passes.`,
    sureWhy: (share: string, name: string) =>
      `For ${share} of the rows that ${name} was given in this batch, its largest output is above 0.99. It is almost flat there.`,
    gradientWhy: (count: string) =>
      `The square root of the sum of the squares of the loss’s gradients by all ${count} weights of the layer. Near 0 it hardly learns; where it grows from step to step, training may break.`,
  },

  runs: {
    title: 'Runs before',
    button: (count: string) => `${count} before`,
    number: (number: string) => `Run ${number}`,
    show: (number: string) => `Show run ${number}`,
    forget: (number: string) => `Forget run ${number}`,
    /** Between this run and the one after it. */
    after: (changes: string) => `then ${changes}`,
    same: 'the same again',
    result: (loss: string, accuracy: string) => `loss ${loss}${accuracy ? `, accuracy ${accuracy}` : ''}`,
  },

  changes: {
    changed: (path: string, from: string, to: string) => `${path} ${from} to ${to}`,
    added: (path: string) => `${path} added`,
    removed: (path: string) => `${path} removed`,
    moved: 'layers reordered',
    none: 'none',
    more: (count: string) => `and ${count} more`,
  },

  mistakes: {
    count: (count: string) => `${count} ${plural(count, { one: 'mistake', other: 'mistakes' })}`,
    all: 'The surest mistakes first',
    between: (truth: string, prediction: string) => `${truth} taken for ${prediction}, the surest first`,
    right: (name: string) => `${name}, got right, the least sure first`,
    none: 'No mistakes here.',
    cell: (count: string, truth: string, prediction: string) =>
      `${count}: truth ${truth}, taken for ${prediction}`,
    sample: (index: string, truth: string, prediction: string, confidence: string) =>
      `Test sample ${index}, truth ${truth}, taken for ${prediction}, ${confidence} sure`,
  },

  save: {
    label: 'Save',
    name: 'Save curves and history',
    lossSvg: 'Loss, SVG',
    lossPng: 'Loss, PNG',
    accuracySvg: 'Accuracy, SVG',
    accuracyPng: 'Accuracy, PNG',
    batches: 'Batches, CSV',
    epochs: 'Epochs, CSV',
  },
};
