import type { ErrorCode, ErrorDetail } from '../base/errors.ts';

/** What went wrong where the detail names nothing expected or received, and what one can do about it. */
interface ErrorText {
  readonly what: string;
  readonly advice: string | ((detail: ErrorDetail) => string);
  /** The first sentence's body, where expected and received have to be said in another way. */
  readonly say?: (detail: ErrorDetail) => string;
}

export const BY_CODE: Readonly<Record<ErrorCode, ErrorText>> = {
  syntax: {
    what: 'this cannot be read',
    advice: 'It may have been cut when it was copied; copy the whole of it again.',
  },
  version: {
    what: 'this schema version is not known here',
    advice: 'Open it with a newer release of Kernelscope.',
  },
  type: { what: 'this is of the wrong type', advice: '' },
  range: { what: 'this value is not allowed here', advice: '' },
  'unknown-key': {
    what: 'there is no such key here',
    advice: 'Keys are those of Keras; check the spelling or leave it out.',
  },
  'missing-key': {
    what: 'this key is missing',
    advice: 'Add it.',
    say: ({ expected }) => `this key is missing${expected === undefined ? '' : ` (expected ${expected})`}`,
  },
  'unknown-layer': {
    what: 'this layer does not exist here',
    advice: 'Use one of the layers that do.',
  },
  'duplicate-name': {
    what: 'another layer has this name already',
    advice: 'Every layer needs a name of its own.',
  },
  shape: {
    what: 'the shape does not fit',
    advice: 'Change this layer, or those before it, so that the shapes meet.',
  },
  unsupported: { what: 'this combination is not supported', advice: 'Change one of the two.' },
  budget: { what: 'this is too large', advice: 'Make the model smaller: fewer layers, filters or units.' },
  'dataset-shape': {
    what: 'the data set does not fit the model',
    advice: 'Change the input shape or the last layer, or choose another data set.',
  },
  'not-compiled': {
    what: 'the model has no loss and no optimizer',
    advice: 'Add "compile" to the document before training or evaluating.',
  },
  'not-found': { what: 'there is no such thing here', advice: '' },
  'not-finite': {
    what: 'the numbers became infinite or NaN',
    advice: 'Try a smaller learning rate, then reset.',
  },
  busy: { what: 'this cannot be done while the model trains', advice: 'Pause the run first.' },
  backend: { what: 'this backend is not available', advice: 'The one in use goes on.' },
  engine: {
    what: 'the engine that computes the network failed',
    advice: 'Reload the page; if it happens again, choose another backend.',
  },
  network: {
    what: 'a file of the site could not be loaded',
    advice: 'Check the connection, then try again.',
  },
  'too-long': { what: 'the link would be too long', advice: 'Share it without the weights.' },
};

/** More exact texts, by `reason`; what is left out is taken from the code. Every reason there is has its line. */
export const BY_REASON: Readonly<Record<string, Partial<ErrorText>>> = {
  'near-key': {
    say: ({ received }) => `there is no key ${received} here`,
    advice: ({ expected }) => `Did you mean ${expected}? If not, leave it out.`,
  },
  'no-key': { say: ({ received }) => `there is no key ${received} here` },
  given: { advice: 'Hand in a flat, row-major array with this shape.' },
  layer: { what: 'there is no such layer', advice: '' },
  weight: { what: 'the layer has no such weight', advice: 'Weights are listed in the order of Keras.' },
  index: { what: 'the layer has no such output cell', advice: 'Indices start at 0.' },
  stateful: {
    what: 'a layer that goes on from the batch before needs batches of one size',
    advice: 'Set the model’s batch size, or leave the layer stateless.',
  },
  label: {
    what: 'the loss needs a class to compare with, and this input has none',
    advice: 'Choose a sample of the data set, or ask for one output’s gradients.',
  },
  sample: { what: 'the split has no such sample', advice: 'Indices start at 0.' },
  split: { what: 'there is no such split', advice: '' },
  event: { what: 'there is no such event', advice: '' },
  lesson: {
    say: ({ expected, received }) => `there is no lesson ${received} here; the lessons are ${expected}`,
    advice: '',
  },
  link: {
    what: 'the link is damaged',
    advice: 'It may have been cut when it was copied; copy the whole of it again.',
  },
  'link-weights': {
    what: 'the weights in the link are damaged or belong to another model',
    advice: 'Open the link without its "w1" part.',
  },
  'link-with-weights': {
    say: ({ received }) =>
      `with the weights the link would have ${received} characters; at most 8000 are allowed`,
    advice: 'Share it without the weights, or as a file.',
  },
  'link-document': {
    what: 'the document is too large for a link',
    advice: 'Shorten its title or use fewer layers.',
  },
  'link-length': {
    what: 'the link is too long',
    advice: 'Links of Kernelscope have at most 8000 characters.',
  },
  archive: {
    what: 'the file is damaged, or no .keras archive',
    say: ({ received }) =>
      `the file is damaged, or no .keras archive${received === undefined ? '' : ` (it has ${received})`}`,
    advice: 'Save the model again with model.save("model.keras"), and copy the whole file.',
  },
  'archive-h5': {
    what: 'this is an HDF5 file, not a .keras archive',
    advice: 'In Python, load the model and save it with model.save("model.keras").',
  },
  'archive-version': { advice: 'Load the model with Keras 3 and save it again.' },
  'archive-entry': {
    what: 'the archive has no such part',
    say: () => 'the archive has no such part',
    advice: 'Save the model again with model.save("model.keras").',
  },
  'archive-size': { advice: 'Models that a browser can hold are smaller.' },
  'archive-model': {
    advice: 'Models are read whose layers follow from one input, each called once.',
  },
  'archive-argument': { advice: 'Save the model without it.' },
  'archive-weights': {
    what: 'the weights in the archive do not fit its layers',
    advice: 'Save the model again with model.save("model.keras").',
  },
  'archive-numbers': {
    what: 'the archive holds weights that are infinite or NaN',
    advice: 'The training of this model has diverged; save it with finite weights.',
  },
  'archive-slow': {
    what: 'the archive took too long',
    advice: 'The file may be damaged; save the model again.',
  },
  'archive-worker': {
    what: 'what reads and writes .keras archives could not be loaded',
    advice: 'Check the connection, then try again.',
  },
  // The sentence of `text/own-data.ts`, whole.
  'own-data': { say: ({ expected = '' }) => expected, advice: '' },
  'own-data-missing': {
    say: ({ expected = '' }) => `the data of this document, ${expected}, are not in this browser`,
    advice: 'Open the file again: nothing of it travels with a link.',
  },
  'no-spare': { what: 'there is no second engine here to repeat the training with', advice: '' },
  'no-data-reader': { what: 'data of one’s own cannot be opened here', advice: '' },
  'no-archives': { what: 'archives can be neither read nor written here', advice: '' },
  'stride-and-dilation': {
    // Keras's own words.
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Set one of the two to 1.',
  },
  groups: {
    // Keras's own words, and in the next too.
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Choose another number of groups or of filters.',
  },
  arity: { advice: 'Name what the layer reads in its "inputs".' },
  merge: {
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Let the layer read others, or bring them to shapes that fit.',
  },
  reshape: {
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Choose sizes whose product is that of the input.',
  },
  permute: {
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Name each axis once, the batch not counted.',
  },
  cropping: {
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Cut fewer cells off.',
  },
  'output-padding': {
    say: ({ expected, received }) => `${expected}. Received: ${received}`,
    advice: 'Leave the output padding out, or make it smaller.',
  },
  'scheduled-rate': {
    say: ({ received }) =>
      `the optimizer's learning rate follows ${received}, and Keras lets no callback set it`,
    advice: 'Give the optimizer a number for its learning rate, or take the callback out.',
  },
  // The sentence of `text/python.ts`, whole.
  python: {
    say: ({ expected = '' }) =>
      expected
        .replace(/\.$/, '')
        .replace(
          /^(?:An?|The|This|These|There|Only|Nothing|One|Use|Layers|Functions|Neither|Items|Expected)\b/,
          (word) => word.toLowerCase(),
        ),
    advice: '',
  },
  parameters: { advice: 'Use fewer filters or units, or pool before a Dense layer.' },
  activations: { advice: 'Use a smaller input, fewer filters, or strides and pooling earlier on.' },
  'multiply-adds': { advice: 'Use fewer or smaller filters, or strides and pooling earlier on.' },
  'batch-activations': { advice: 'Use a smaller "batch_size".' },
  'window-too-large': { advice: 'Use a smaller window, "same" padding, or a larger input.' },
  rank: { advice: 'Put the layer where its input has these axes.' },
  states: { advice: 'Read one layer, or one and as many states as this layer keeps.' },
  axis: { advice: 'Axes are counted with the batch, which is 0.' },
  'free-size': { advice: 'Give every axis a size.' },
  'several-names': { what: 'a layer takes one input here', advice: '' },
  'reserved-name': { advice: 'Choose another name.' },
  dataset: { advice: '' },
  layers: { advice: '' },
  'json-size': { advice: 'Shorten the document.' },
  'json-depth': { advice: 'A document is no deeper than its layers need.' },
  weights: { what: 'the weights do not fit this layer', advice: 'Hand in the shapes that getWeights gives.' },
  running: {},
  training: {},
  unexpected: {},
  'context-lost': {
    what: 'the GPU was lost and could not be brought back',
    advice: 'Try again, or choose another backend.',
  },
  unknown: { what: 'there is no such backend', advice: 'The one in use goes on.' },
  'not-built': { what: 'no model has been built yet', advice: 'Await "ready" first.' },
  crashed: {
    what: 'the engine stopped unexpectedly',
    advice: 'It starts again by itself with the last weights; then try again.',
  },
  destroyed: { what: 'the engine has ended', advice: 'Reload the page.' },
  replaced: { what: 'another document came in between', advice: 'Try again.' },
  'not-started': { what: 'the engine has not started yet', advice: 'Await "ready" first.' },
  'slow-start': {
    what: 'the engine is slow to start',
    advice: 'It goes on starting; the page follows when it is there.',
  },
};

/** What stands around what the model and the readers of files expect and have received, in words of their own. */
export const errorFrame = {
  at: (path: string, said: string) => `At ${path}: ${said}.`,
  both: (expected: string, received: string) => `expected ${expected}, received ${received}`,
  expected: (expected: string) => `expected ${expected}`,
  received: (what: string, received: string) => `${what} (${received})`,
};

/** One or two sentences for people: where, what was expected and what came, and what one can do. */
export function sentence(detail: ErrorDetail): string {
  const { path, code, reason } = detail;
  const text = {
    ...BY_CODE[code],
    ...(reason !== undefined && Object.hasOwn(BY_REASON, reason) ? BY_REASON[reason] : {}),
  };
  const said = text.say?.(detail) ?? difference(detail, text.what);
  const where = path ? errorFrame.at(path, said) : `${said.charAt(0).toUpperCase()}${said.slice(1)}.`;
  const advice = typeof text.advice === 'string' ? text.advice : text.advice(detail);
  return advice ? `${where} ${advice}` : where;
}

function difference({ expected, received }: ErrorDetail, what: string): string {
  if (expected !== undefined && received !== undefined) return errorFrame.both(expected, received);
  if (expected !== undefined) return errorFrame.expected(expected);
  return received === undefined ? what : errorFrame.received(what, received);
}
