import type { KernelscopeError } from '../base/errors.ts';
import type { Tensor } from '../base/tensor.ts';
import type { BackendChoice, BatchRecord, EpochRecord, Progress, Sample } from '../engine/engine.ts';
import type { Focus, ModelDocument } from '../model/document.ts';
import type { Network } from '../model/network.ts';
import type { Trace, Weights } from '../model/trace.ts';

/** The document in hand, and what follows from it. Changes rarely; React renders from it. */
export interface DocumentState {
  readonly document: ModelDocument;
  readonly network: Network;
  readonly past: readonly ModelDocument[];
  readonly future: readonly ModelDocument[];
}

/** Live numbers: the probe, its trace, the weights. Changes up to once a frame; painters subscribe, React does not. */
export interface TraceState {
  readonly probe: { readonly input: Tensor; readonly label?: number; readonly source: ProbeSource };
  readonly trace: Trace | undefined;
  readonly weights: Weights;
  /** Where the weights come from, said on the page. */
  readonly provenance: 'shipped' | 'fresh' | 'trained' | 'set' | 'link';
}

type ProbeSource =
  | { readonly type: 'sample'; readonly split: 'train' | 'test'; readonly index: number }
  | { readonly type: 'tensor' }
  | { readonly type: 'noise' };

type RunStatus = 'idle' | 'running' | 'pausing';

export interface RunState {
  readonly runId: number;
  readonly status: RunStatus;
  /** Appended in place by the store; `version` says that they grew. Never copied whole on a batch. */
  readonly batches: readonly BatchRecord[];
  readonly epochs: readonly EpochRecord[];
  readonly version: number;
  readonly progress: Progress | undefined;
  readonly stopped: string | undefined;
}

/** What is looked at. `focus = hover ?? pinned ?? cellAtStep(playhead)`: one path for pointer, keys and playback. */
export interface ViewState {
  /** The layer whose lens is open. */
  readonly open: string | undefined;
  readonly hover: Focus | undefined;
  /** Set by arrow keys, by choosing a cell, or by the playhead. */
  readonly cell: Focus | undefined;
  readonly playing: boolean;
  /** Output cells a second. */
  readonly speed: number;
  /** The whys opened one after another; the last is shown. */
  readonly trail: readonly Focus[];
  readonly theme: 'auto' | 'light' | 'dark';
}

/** What the page has to say: engine, backend, samples, the last error. */
export interface StatusState {
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly backend: BackendChoice | undefined;
  readonly samples: readonly Sample[];
  readonly error: KernelscopeError | undefined;
  readonly notice: string | undefined;
}
