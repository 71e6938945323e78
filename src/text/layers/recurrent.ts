/** Texts of a recurrent layer's lens. Figures come formatted. */
export const recurrentText = {
  step: (step: string, of: string, source: string) => `step ${step} of ${of} of ${source}`,
  unit: (unit: string) => `unit ${unit}`,
  /** Keras's letters for gates. */
  gates: {
    i: 'i, input gate',
    f: 'f, forget gate',
    c: 'c, candidate',
    o: 'o, output gate',
    z: 'z, update gate',
    r: 'r, reset gate',
    h: 'h, candidate',
  } as Readonly<Record<string, string>>,
  before: 'before',
  after: 'after this step',
  hidden: 'hidden state',
  cell: 'cell state',
  pre: 'sum',
  value: 'gate',
} as const;
