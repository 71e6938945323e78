import { createStore, type StoreApi } from 'zustand/vanilla';
import type { ViewState } from './state.ts';

/** Parts that a widget can show. */
export const PARTS = ['lesson', 'probe', 'stage', 'lens', 'prediction', 'curves', 'lab', 'code'] as const;

export type Part = (typeof PARTS)[number];

/** What a teacher can keep readers from changing. The scope, and so the teacher's own page, still may. */
export const LOCKS = ['model', 'weights', 'training', 'probe', 'data'] as const;

export type Lock = (typeof LOCKS)[number];

/** What the address, or the page around a widget, says about what is shown. */
export interface EmbeddingState {
  /** Parts of a widget; empty where nothing is said. */
  readonly show: readonly Part[];
  readonly lock: readonly Lock[];
  /** `reduced`: nothing is loaded that neither the first picture nor the reader asks for. */
  readonly data: 'all' | 'reduced';
  /** What is said about the look: nobody here has chosen it. */
  readonly look: Partial<Pick<ViewState, 'theme' | 'language'>>;
}

export function createEmbeddingStore(): StoreApi<EmbeddingState> {
  return createStore<EmbeddingState>(() => ({ show: [], lock: [], data: 'all', look: {} }));
}
