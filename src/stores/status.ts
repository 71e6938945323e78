import { createStore, type StoreApi } from 'zustand/vanilla';
import type { StatusState } from './state.ts';

export function createStatusStore(): StoreApi<StatusState> {
  return createStore<StatusState>(() => ({
    phase: 'starting',
    backend: undefined,
    samples: [],
    words: undefined,
    error: undefined,
    notice: undefined,
    offer: undefined,
  }));
}
