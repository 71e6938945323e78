import { KernelscopeError } from '../base/errors.ts';
import { printable } from '../base/json.ts';
import { createRandom } from '../base/random.ts';
import { type Shape, sizeOf, type Tensor } from '../base/tensor.ts';
import type { ModelDocument } from '../model/document.ts';
import { allows } from '../model/free-sizes.ts';
import { type Network, resolve } from '../model/network.ts';
import type { TraceState } from '../stores/state.ts';
import { givenTensor, isObject, sameShape } from './check.ts';
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

/** Characters of a note that are kept. */
const LONGEST_NOTE = 200;

/** The probe that a caller asks for. */
export async function givenProbe(context: Context, subject: Subject, input: unknown): Promise<Probe> {
  if (isObject(input) && 'tensor' in input) {
    return {
      input: givenTensor(input.tensor, subject.document.model.input_shape, 'tensor'),
      source: { type: 'tensor', ...givenNote(input.note) },
    };
  }
  if (isObject(input) && 'split' in input) return sampleProbe(context, subject, input.split, input.index);
  throw new KernelscopeError({
    code: 'type',
    path: 'input',
    expected: '{tensor: {shape, data}} or {split, index}',
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
  const before = context.stores.document.getState().document.dataset.name;
  // A sample of other data would be named by a place that is another picture's in these.
  const kept =
    probe.source.type === 'sample' ? before === subject.document.dataset.name : probe.source.type !== 'noise';
  if (fits && kept) return probe;
  try {
    return await sampleProbe(
      context,
      subject,
      'test',
      Math.min(FIRST_SAMPLE, subject.document.dataset.test - 1),
    );
  } catch {
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
  const { input, label } = await engine.sample(split, index, document.dataset.name);
  return { input, label, source: { type: 'sample', split, index } };
}

function noise(shape: Shape, seed: number): Tensor {
  const random = createRandom(seed, 'probe');
  return { shape, data: Float32Array.from({ length: sizeOf(shape) }, () => random.uniform()) };
}
