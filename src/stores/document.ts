import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ModelDocument } from '../model/document.ts';
import type { Network } from '../model/network.ts';
import type { DocumentState } from './state.ts';

/** How many documents undo goes back. */
const DEPTH = 100;

interface Admitted {
  readonly document: ModelDocument;
  readonly network: Network;
}

export function createDocumentStore({ document, network }: Admitted): StoreApi<DocumentState> {
  return createStore<DocumentState>(() => ({ document, network, past: [], future: [] }));
}

/** Another document takes the place of the one in hand, which undo brings back. */
export function replaced(state: DocumentState, { document, network }: Admitted): DocumentState {
  return { document, network, past: [...state.past, state.document].slice(-DEPTH), future: [] };
}

/** The document that undo brings back, admitted again, is in hand. */
export function undone(state: DocumentState, { document, network }: Admitted): DocumentState {
  return { document, network, past: state.past.slice(0, -1), future: [state.document, ...state.future] };
}

export function redone(state: DocumentState, { document, network }: Admitted): DocumentState {
  return { document, network, past: [...state.past, state.document], future: state.future.slice(1) };
}
