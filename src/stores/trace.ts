import { createStore, type StoreApi } from 'zustand/vanilla';
import { zeros } from '../base/tensor.ts';
import type { Network } from '../model/network.ts';
import type { TraceState } from './state.ts';

/** Before the first build: an empty probe of the right shape, no trace, no weights. */
export function createTraceStore(network: Network): StoreApi<TraceState> {
  return createStore<TraceState>(() => ({
    probe: { input: zeros(network.inputShape), source: { type: 'noise' } },
    trace: undefined,
    weights: new Map(),
    provenance: 'fresh',
    edits: undefined,
  }));
}
