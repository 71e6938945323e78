import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModelDocument } from '../model/document.ts';
import type { Network } from '../model/network.ts';
import type { Weights } from '../model/trace.ts';
import type { DocumentState, HistoryEntry } from './state.ts';

/** How many documents undo goes back, and the most numbers of lost weights that it keeps for them. */
const DEPTH = 100;
const MOST_NUMBERS = 8e6;

interface Admitted {
  readonly document: ModelDocument;
  readonly network: Network;
}

/** What happens between the document in hand and the next one. */
export type Change = Omit<HistoryEntry, 'document'>;

export function createDocumentStore({ document, network }: Admitted): StoreApi<DocumentState> {
  return createStore<DocumentState>(() => ({ document, network, past: [], future: [] }));
}

/** Another document takes the place of the one in hand, which undo brings back. */
export function replaced(
  state: DocumentState,
  { document, network }: Admitted,
  change: Change,
): DocumentState {
  const past = nearest([{ ...change, document: state.document }, ...state.past.toReversed()]);
  return { document, network, past: past.toReversed(), future: [] };
}

/** The document that undo brings back, admitted again, is in hand; `change` is what redo makes up for. */
export function undone(state: DocumentState, { document, network }: Admitted, change: Change): DocumentState {
  const future = nearest([{ ...change, document: state.document }, ...state.future]);
  return { document, network, past: state.past.slice(0, -1), future };
}

export function redone(state: DocumentState, { document, network }: Admitted, change: Change): DocumentState {
  const past = nearest([{ ...change, document: state.document }, ...state.past.toReversed()]);
  return { document, network, past: past.toReversed(), future: state.future.slice(1) };
}

/** The state in hand gets a name in place of what led to it. The oldest state keeps its own. */
export function named(state: DocumentState, name: string): Partial<DocumentState> {
  const last = state.past.at(-1);
  return last ? { past: [...state.past.slice(0, -1), { ...last, change: name }] } : {};
}

/** Entries, nearest first, as far as they are kept; the weights of the far ones go before they do. */
function nearest(entries: readonly HistoryEntry[]): HistoryEntry[] {
  let numbers = 0;
  return entries.slice(0, DEPTH).map((entry) => {
    numbers += sizeOf(entry.lost);
    return numbers <= MOST_NUMBERS ? entry : { ...entry, lost: undefined };
  });
}

function sizeOf(weights: Weights | undefined): number {
  let numbers = 0;
  for (const list of weights?.values() ?? []) for (const { data } of list) numbers += data.length;
  return numbers;
}
