import { sameJson } from '../base/json.ts';
import type { Focus, ModelDocument } from '../model/document.ts';
import { digits } from '../model/examples/digits.ts';
import { admit } from '../model/gate.ts';
import { INPUT_NAME, type Network } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import { isStepOf } from '../model/playback.ts';
import type { Weights } from '../model/trace.ts';
import type { DocumentState, TraceState, ViewState } from '../stores/state.ts';
import { type BeforeEdits, carriedEdits, editsSince } from '../stores/weight-edits.ts';
import type { Renamed } from './carry.ts';
import type { Context } from './context.ts';
import { emitTrace } from './emit-trace.ts';
import { missingNotice } from './missing-data.ts';
import { defaultProbe, givenProbe, sizedFor } from './probe.ts';
import { endRun } from './run.ts';
import { keptWeights } from './weights.ts';

/** A document past the gate, with the weights and the probe that it opens with. */
export interface Opening {
  readonly document: ModelDocument;
  readonly network: Network;
  /** Absent: those shipped with the default document, or fresh from the seed. */
  readonly weights?:
    | {
        readonly tensors: Weights;
        readonly provenance: TraceState['provenance'];
        /** What was there before they were changed by hand, where that is known. */
        readonly before?: BeforeEdits | undefined;
      }
    | undefined;
  /** New names of layers by old ones, where this is an edit of the document in hand: what is looked at stays. */
  readonly renamed?: Renamed | undefined;
  /** As `setInput` takes it, not checked yet. */
  readonly input?: unknown;
  /** Why another document than the one asked for opens; said once it is there. */
  readonly fault?: unknown;
  /** What the page says about it, in place of what it said before. */
  readonly notice?: string | undefined;
}

/** How the document takes its place: as a new one, or as one that undo brings back. */
type Placing = (state: DocumentState, opening: Opening) => DocumentState;

/**
 * Builds and traces the document, then puts it in place. A run under way is ended first. Until the engine has
 * answered nothing changes, and after that nothing can fail. Within the queue.
 */
export async function open(context: Context, opening: Opening, place: Placing): Promise<void> {
  const { engine, stores, events } = context;
  const { document, network, input } = opening;
  await endRun(context, 'replaced');
  const [probe, weights] = await Promise.all([
    input === undefined ? defaultProbe(context, opening) : givenProbe(context, opening, input),
    opening.weights ?? shippedWeights(context, opening),
  ]);
  const built = await engine.build(document, probe.input, weights?.tensors);
  const missing = await missingNotice(context, document.dataset);

  // Without a trace in between: listeners see no trace of one document with another's network.
  stores.trace.setState({ probe, trace: undefined });
  const sized = sizedFor(document, network, probe.input.shape);
  stores.document.setState((state) => place(state, { document, network: sized }));
  stores.view.setState((view) => viewFor(view, opening));
  stores.run.begin(built.runId);
  const provenance = weights?.provenance ?? 'fresh';
  stores.trace.setState((state) => ({
    trace: built.trace,
    weights: built.weights,
    provenance,
    edits: editsOfOpening(opening, state, built.weights),
  }));
  stores.status.setState({ error: undefined, notice: missing ?? opening.notice });
  events.emit('document', minimise(document));
  emitTrace(context);
}

function editsOfOpening({ weights }: Opening, state: TraceState, now: Weights): TraceState['edits'] {
  if (weights?.before) return editsSince(weights.before, now);
  return weights?.provenance === 'edited' ? carriedEdits(state, now) : undefined;
}

/** The default document opens trained; where its weights cannot be loaded, untrained. */
async function shippedWeights(
  { shipped }: Context,
  { document, network }: Opening,
): Promise<Opening['weights']> {
  const standard = admit(digits).document;
  if (!shipped || !sameJson({ ...document, view: standard.view }, standard)) return undefined;
  try {
    return { tensors: keptWeights(network, await shipped()), provenance: 'shipped' };
  } catch {
    return undefined;
  }
}

/** What the document's `view` says; else, and after an edit, what was looked at, as far as it is still there. */
function viewFor(view: ViewState, { document, network, renamed }: Opening): Partial<ViewState> {
  const wanted: ModelDocument['view'] = renamed ? { playing: true } : document.view;
  const still = { hover: undefined, trail: [] };
  const playing = view.playing && wanted.playing;
  const { focus, aspect } = wanted;
  if (focus) return { ...still, open: focus.layer, cell: focus, aspect, playing };
  const called = (name: string) => (renamed && Object.hasOwn(renamed, name) ? renamed[name]! : name);
  const known = view.cell && { ...view.cell, layer: called(view.cell.layer) };
  const cell = known && isCell(network, known) ? known : undefined;
  const opened = view.open === undefined ? undefined : called(view.open);
  return {
    ...still,
    open: opened !== undefined && network.byName.has(opened) ? opened : undefined,
    cell,
    playing,
  };
}

function isCell(network: Network, { layer, index, step }: Focus): boolean {
  if (!isStepOf(network.byName.get(layer), step)) return false;
  const shape = layer === INPUT_NAME ? network.inputShape : network.byName.get(layer)?.outputShape;
  return shape?.length === index.length && index.every((at, axis) => at < shape[axis]!);
}
