import { KernelscopeError } from '../base/errors.ts';
import { printable, sameJson } from '../base/json.ts';
import { admit } from '../model/gate.ts';
import type { Network } from '../model/network.ts';
import { minimise } from '../model/normalise.ts';
import { type SummaryRow, summaryOf } from '../model/summary.ts';
import { redone, replaced, undone } from '../stores/document.ts';
import type { DocumentState, HistoryEntry, TraceState } from '../stores/state.ts';
import { changeText } from '../text/change.ts';
import { historyText } from '../text/history.ts';
import { spokenName } from '../text/names.ts';
import { notices } from '../text/notices.ts';
import { carriedWeights, type Renamed, reversed } from './carry.ts';
import { isObject, layerNamed } from './check.ts';
import type { Context } from './context.ts';
import { weightsOf } from './given-weights.ts';
import { type Opening, open } from './open.ts';
import { endRun } from './run.ts';
import { keptWeights } from './weights.ts';

/** The normalised document in its short form. */
export function getDocument({ stores }: Context): unknown {
  return minimise(stores.document.getState().document);
}

interface DocumentOptions {
  readonly weights?: unknown;
  readonly input?: unknown;
  readonly renamed?: unknown;
  readonly label?: unknown;
}

/** The document is checked and copied at the call; it is built after the calls before it. */
export async function setDocument(
  context: Context,
  json: unknown,
  { weights, input, renamed, label }: DocumentOptions = {},
): Promise<void> {
  const admitted = admit(json);
  const named = givenLabel(label);
  const names = givenNames(renamed, admitted.network);
  if (weights === 'carry') return context.queue(() => edit(context, { ...admitted, input }, names, named));
  const given: Opening['weights'] =
    weights === undefined || weights === 'keep'
      ? undefined
      : { tensors: weightsOf(admitted.network, weights), provenance: 'set' };
  return context.queue(async () => {
    const { stores } = context;
    const keeps = weights === 'keep';
    if (keeps) keptWeights(admitted.network, stores.trace.getState().weights);
    // What the run under way ends with is kept, or is what undo brings back.
    await endRun(context, 'replaced');
    const { weights: last, provenance } = stores.trace.getState();
    const { document: before } = stores.document.getState();
    const kept = keeps ? { tensors: keptWeights(admitted.network, last), provenance } : given;
    const change = {
      change:
        named ??
        (keeps
          ? changeText(before, admitted.document)
          : historyText.opened(spokenName(admitted.document.title))),
      edit: keeps,
      renamed: {},
      lost: keeps ? new Map() : last,
      provenance,
    };
    // A view that is as it was says nothing new: what is looked at stays.
    const looks = keeps && sameJson(before.view, admitted.document.view) ? {} : undefined;
    await open(context, { ...admitted, weights: kept, renamed: looks, input }, (state, next) =>
      replaced(state, next, change),
    );
  });
}

/** Puts an edit of the document in hand in its place, with the weights of the layers that it left alone. */
async function edit(
  context: Context,
  opening: Opening,
  renamed: Renamed,
  label: string | undefined,
): Promise<void> {
  const notice = await pausedForEdit(context);
  const { weights, provenance } = context.stores.trace.getState();
  const { carried, lost, complete } = carriedWeights(weights, opening.network, renamed);
  const change = {
    change: label ?? changeText(context.stores.document.getState().document, opening.document),
    edit: true,
    renamed,
    lost,
    provenance,
  };
  const tensors = { tensors: carried, provenance: complete ? provenance : 'carried' } as const;
  await open(context, { ...opening, weights: tensors, renamed, notice }, (state, next) =>
    replaced(state, next, change),
  );
}

/** Ends the run under way; says so where there was one. */
async function pausedForEdit(context: Context): Promise<string | undefined> {
  const wasRunning = context.run !== undefined;
  await endRun(context, 'replaced');
  return wasRunning ? notices.editPaused : undefined;
}

export async function undo(context: Context): Promise<boolean> {
  return bringBack(context, (state) => state.past.at(-1), reversed, undone);
}

export async function redo(context: Context): Promise<boolean> {
  return bringBack(
    context,
    (state) => state.future[0],
    (renamed) => renamed,
    redone,
  );
}

/** Provenances that say something of the weights in hand that a step through the history does not end. */
const LASTING: readonly TraceState['provenance'][] = ['trained', 'set', 'edited'];

async function bringBack(
  context: Context,
  pick: (state: DocumentState) => HistoryEntry | undefined,
  direction: (renamed: Renamed) => Renamed,
  place: typeof undone,
): Promise<boolean> {
  return context.queue(async () => {
    const { stores } = context;
    const entry = pick(stores.document.getState());
    if (!entry) return false;
    const admitted = admit(minimise(entry.document));
    const notice = await pausedForEdit(context);
    const { weights, provenance } = stores.trace.getState();
    const renamed = direction(entry.renamed);
    const { carried, lost, complete } = entry.edit
      ? carriedWeights(weights, admitted.network, renamed, entry.lost)
      : { ...carriedWeights(new Map(), admitted.network, {}, entry.lost), lost: weights };
    const whole = entry.edit && LASTING.includes(provenance) ? provenance : entry.provenance;
    // Without the weights that it had, another document opens as it does from its link.
    const known = entry.edit || complete;
    const opening: Opening = {
      ...admitted,
      weights: known ? { tensors: carried, provenance: complete ? whole : 'carried' } : undefined,
      renamed: entry.edit ? renamed : undefined,
      notice,
    };
    const change = { ...entry, lost, provenance };
    await open(context, opening, (state, next) => place(state, next, change));
    return true;
  });
}

const LONGEST_LABEL = 200;

function givenLabel(label: unknown): string | undefined {
  if (label === undefined) return undefined;
  if (typeof label === 'string' && label.length <= LONGEST_LABEL) return label;
  throw new KernelscopeError({
    code: typeof label === 'string' ? 'range' : 'type',
    path: 'label',
    expected: `a text of at most ${LONGEST_LABEL} characters`,
    received: printable(label),
  });
}

/** New names by old ones, each that of a layer of the new document. */
function givenNames(renamed: unknown, network: Network): Renamed {
  if (renamed === undefined) return {};
  if (!isObject(renamed)) {
    const expected = 'an object of new names by old ones';
    throw new KernelscopeError({ code: 'type', path: 'renamed', expected, received: printable(renamed) });
  }
  const pairs = Object.entries(renamed).map(([old, next]): [string, string] => [
    old,
    layerNamed(network, next, `renamed.${old}`).name,
  ]);
  return Object.fromEntries(pairs);
}

/** A row a layer, in order. */
export function summary({ stores }: Context): SummaryRow[] {
  return summaryOf(stores.document.getState().network);
}
