import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { createRandom } from '../base/random.ts';
import { type Shape, sizeOf, type Tensor } from '../base/tensor.ts';
import { sameData } from '../model/datasets/custom.ts';
import { WORD } from '../model/datasets/definition.ts';
import { datasetOf } from '../model/datasets/registry.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import { type Network, resolve } from '../model/network.ts';
import { encode, UNKNOWN } from '../model/sequence/words.ts';
import type { TraceState } from '../stores/state.ts';
import { probeText } from '../text/probe.ts';
import { givenTensor, isObject, optionsOf, sameShape } from './check.ts';
import type { Context } from './context.ts';
import { refuseUnfitInput, splitNamed } from './dataset.ts';
import { emitTrace } from './emit-trace.ts';
import type { ProbeInput } from './scope.ts';

type Probe = TraceState['probe'];

interface Subject {
  readonly document: ModelDocument;
  readonly network: Network;
}

/** Which unseen sample is looked at first: a clear seven. */
const FIRST_SAMPLE = 37;

/** Texts that are looked through for one to begin with. */
const TEXTS = 20;

/** Characters of a note that are kept. */
const LONGEST_NOTE = 200;

/** Characters of a text that is typed. */
const LONGEST_TEXT = 10_000;

type Part = 'tensor' | 'note' | 'text' | 'split' | 'index';

/** What may be handed in together; the first of each has to be there. */
const FORMS: readonly (readonly [Part, ...Part[]])[] = [['tensor', 'note'], ['text'], ['split', 'index']];

/** The probe that a caller asks for. */
export async function givenProbe(context: Context, subject: Subject, input: unknown): Promise<Probe> {
  const given = isObject(input) && !Array.isArray(input) ? optionsOf(input, FORMS.flat()) : {};
  const form = FORMS.find(([key]) => key in given);
  // What belongs to another form would be passed over.
  const { tensor, note, text, split, index } = form ? optionsOf<Part>(given, form) : {};
  if (form?.[0] === 'tensor') {
    return {
      input: givenTensor(tensor, subject.document.model.input_shape, 'tensor'),
      source: { type: 'tensor', ...givenNote(note) },
    };
  }
  if (form?.[0] === 'text') return textProbe(context, subject, text);
  if (form?.[0] === 'split') return sampleProbe(context, subject, split, index);
  throw new KernelscopeError({
    code: 'type',
    path: 'input',
    expected: '{tensor: {shape, data}}, {split, index} or {text}',
    received: printable(input),
  });
}

/**
 * The probe of a document that names none: the one in hand where it has the right shape and is no sample of other
 * data, else a sample of the data set where that fits, else seeded noise.
 */
export async function defaultProbe(context: Context, subject: Subject): Promise<Probe> {
  const { probe } = context.stores.trace.getState();
  const { inputShape } = subject.network;
  const fits = allows(subject.document.model.input_shape, probe.input.shape);
  const before = context.stores.document.getState().document.dataset;
  // A sample of other data would be named by a place that is another picture's in these.
  const kept =
    probe.source.type === 'sample'
      ? sameData(before, subject.document.dataset)
      : probe.source.type !== 'noise';
  if (fits && kept) return probe;
  try {
    return await sampleProbe(
      context,
      subject,
      'test',
      Math.min(FIRST_SAMPLE, subject.document.dataset.test - 1),
    );
  } catch {
    const text = await cutText(context, subject).catch(() => undefined);
    if (text) return text;
    return { input: noise(inputShape, subject.document.seed), source: { type: 'noise' } };
  }
}

export async function setInput(context: Context, input: ProbeInput): Promise<void> {
  const { stores, queue } = context;
  return queue(async () => {
    await show(context, await givenProbe(context, stores.document.getState(), input));
  });
}

/** The network at the size of this probe, where its input has free sizes. */
export function sizedFor(document: ModelDocument, network: Network, shape: Shape): Network {
  return sameShape(shape, network.inputShape) ? network : resolve(document, shape);
}

/** Traces the probe and puts it in place. Within the queue. */
export async function show(context: Context, probe: Probe): Promise<void> {
  const { engine, stores } = context;
  const { document, network } = stores.document.getState();
  const sized = sizedFor(document, network, probe.input.shape);
  const trace = await engine.probe(probe.input);
  // During a run the weights have moved on since the last live event; an explanation needs those of this trace.
  const weights = context.run ? await engine.getWeights() : stores.trace.getState().weights;
  if (sized !== network) {
    // Without a trace in between: nobody sees the trace of one size with the network of another.
    stores.trace.setState({ probe, trace: undefined });
    stores.document.setState({ network: sized });
  }
  stores.trace.setState({ probe, trace, weights });
  emitTrace(context);
}

function givenNote(note: unknown): { note?: string } {
  if (note === undefined) return {};
  if (typeof note === 'string') return { note: note.slice(0, LONGEST_NOTE) };
  throw new KernelscopeError({ code: 'type', path: 'note', expected: 'text', received: printable(note) });
}

async function sampleProbe(
  { engine }: Context,
  { document }: Subject,
  givenSplit: unknown,
  index: unknown,
): Promise<Probe> {
  const split = splitNamed(givenSplit);
  refuseUnfitInput(document);
  const count = document.dataset[split];
  if (typeof index !== 'number' || !Number.isInteger(index) || index < 0 || index >= count) {
    throw new KernelscopeError({
      code: typeof index === 'number' ? 'not-found' : 'type',
      path: 'index',
      expected: `a whole number from 0 to ${count - 1}`,
      received: printable(index),
      reason: 'sample',
    });
  }
  const { input, label, targets } = await engine.sample(split, index, document.dataset);
  return { input, label, targets, source: { type: 'sample', split, index } };
}

/** A text typed by hand as the numbers of its words, as many as the model reads; words that the vocabulary has not are said. */
async function textProbe({ engine }: Context, { document }: Subject, text: unknown): Promise<Probe> {
  if (typeof text !== 'string' || text.length > LONGEST_TEXT) {
    throw new KernelscopeError({
      code: 'type',
      path: 'text',
      expected: `a text of at most ${LONGEST_TEXT} characters`,
      received: printable(text),
    });
  }
  const { unit, shape } = datasetOf(document.dataset);
  if (unit !== WORD) {
    throw new KernelscopeError({
      code: 'unsupported',
      path: 'text',
      expected: 'a data set of texts',
      received: document.dataset.name,
    });
  }
  const { input_shape: declared } = document.model;
  if (declared.length !== 1) refuseUnfitInput(document);
  const words = declared[0] ?? shape[0]!;
  const { numbers, unknown, cut } = encode(text, await engine.words(document.dataset.name), words);
  const note = probeText.text.typed(text.trim().slice(0, LONGEST_NOTE), unknown, cut);
  return { input: { shape: [words], data: numbers }, source: { type: 'tensor', note } };
}

/** A text of the data set for a model that reads more or fewer words than they have: the first of them, or 0 behind the last. */
async function cutText({ engine }: Context, { document, network }: Subject): Promise<Probe | undefined> {
  const { inputShape } = network;
  const { unit, shape } = datasetOf(document.dataset);
  if (unit !== WORD || inputShape.length !== 1 || shape.length !== 1) return undefined;
  const words = inputShape[0]!;
  const samples = await engine.samples('test', Math.min(TEXTS, document.dataset.test), document.dataset);
  const texts = samples.map(({ input }) => input.data.subarray(0, words));
  // One that is long enough, of words that the vocabulary has.
  const known = texts.find((text) => text.length === words && text.every((word) => word > UNKNOWN));
  const data = new Float32Array(words);
  data.set(known ?? texts[0]!);
  return { input: { shape: inputShape, data }, source: { type: 'tensor', note: probeText.text.cutTo } };
}

function noise(shape: Shape, seed: number): Tensor {
  const random = createRandom(seed, 'probe');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.uniform()) };
}
