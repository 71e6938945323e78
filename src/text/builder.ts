/** What the builder says. Functions get figures that are already formatted. */
export const builder = {
  insertAfter: (name: string) => `Add a layer after ${name}`,
  more: (name: string) => `Change ${name}`,
  /** Where the sentence about a later layer begins. */
  later: (name: string, said: string) => `${name}, further on: ${said}`,
  total: (params: string, macs: string) => `${params} parameters, ${macs} multiply-adds`,
  /** A tenth of a million is as exact as one reads it. */
  million: (count: string) => `${count} M`,
  billion: (count: string) => `${count} G`,

  palette: {
    title: (name: string) => `Add a layer after ${name}`,
    search: 'Search by name or purpose',
    none: 'No layer is called that.',
    refused: (said: string) => `Not here: ${said}`,
    /** Where it is put instead: the nearest place that can be. */
    elsewhere: (name: string) => `Goes after ${name}, the nearest place that can be.`,
  },

  menu: {
    title: (name: string) => `Changes to ${name}`,
    rename: 'Rename…',
    duplicate: 'Duplicate',
    left: 'Move left',
    right: 'Move right',
    /** On a phone, where the network runs from top to bottom. */
    up: 'Move up',
    down: 'Move down',
    insert: 'Add a layer after it…',
    remove: 'Remove',
  },

  rename: { label: 'New name', apply: 'Rename' },

  refusal: { title: 'Not possible', dismiss: 'Dismiss' },

  form: {
    title: (name: string) => `Settings of ${name}`,
    output: 'Output',
    params: 'Parameters',
    macs: 'Multiply-adds',
    unset: 'None',
    defaulted: 'default',
    help: 'Numbers take effect with Enter.',
    reset: (value: string) => `Reset to the default, ${value}`,
    byDefault: (value: string) => `Default ${value}.`,
    required: 'Keras has no default for it.',
    notNumber: 'A number belongs here.',
    notSizes: 'One whole number for all axes, or one for each, as in 3×3.',
    notIntegers: 'Whole numbers belong here, as in 2×3.',
    notPairs: 'One whole number, or before and after for each axis, as in (1, 0), (2, 2).',
    nearest: 'Nearest that can be:',
    apply: (argument: string, value: string) => `${argument} ${value}`,
  },

  /** What a layer reads, and whether it is an output of the model. */
  wiring: {
    reads: 'reads',
    choose: (names: string) => `Reads ${names}. Choose what it reads.`,
    output: 'output of the model',
  },

  input: {
    title: 'The model’s input',
    change: (shape: string) => `input, ${shape}. Change the model’s input.`,
    shape: 'Shape, None where free',
    batch: 'Rows a batch, None if any',
    apply: 'Apply',
    notSizes: 'Whole numbers of at least 1 belong here, or None.',
  },

  /** How the history names what was done. */
  done: {
    insert: (name: string) => `Add ${name}`,
    remove: (name: string) => `Remove ${name}`,
    move: (name: string) => `Move ${name}`,
    rename: (name: string, next: string) => `Rename ${name} to ${next}`,
    duplicate: (name: string) => `Duplicate ${name}`,
    output: (name: string) => `${name}: output of the model`,
    noOutput: (name: string) => `${name}: no output of the model`,
    set: (name: string, argument: string, value: string) => `${name}: ${argument} ${value}`,
  },

  history: {
    title: 'History',
    name: 'Name this state',
    nameLabel: 'Name of this state',
    save: 'Save',
  },

  keys: {
    intro: 'With a layer’s name focused:',
    open: 'Insert, +',
    openDoes: 'add a layer after it',
    remove: 'Delete',
    removeDoes: 'remove it',
    move: 'Alt ←, Alt →',
    moveDoes: 'move it',
    rename: 'F2',
    renameDoes: 'rename it',
    duplicate: 'Ctrl D',
    duplicateDoes: 'duplicate it',
  },
};
