import type { Tensor } from '../base/tensor.ts';
import type { BackendCandidate, BackendName, BatchRecord, EpochRecord, Split } from '../engine/engine.ts';
import type { Explanation } from '../model/explain.ts';
import type { NamedWeight } from '../model/trace.ts';

export interface SummaryRow {
  readonly name: string;
  readonly class_name: string;
  /** Starts with `null`, the batch axis. */
  readonly output_shape: readonly (number | null)[];
  readonly params: number;
  readonly trainable_params: number;
  /** Multiply-adds for one input. */
  readonly macs: number;
  /** Cells of the model's input that one output cell sees, per spatial axis. */
  readonly receptive_field: readonly number[];
}

export type ProbeInput =
  | { readonly tensor: { readonly shape: readonly number[]; readonly data: ArrayLike<number> } }
  | { readonly split: Split; readonly index: number };

export interface HistoryRecord {
  readonly runId: number;
  readonly batches: readonly BatchRecord[];
  readonly epochs: readonly EpochRecord[];
  readonly stopped?: string;
}

export interface ScopeEvents {
  ready: undefined;
  document: unknown;
  trace: { readonly input: Tensor };
  batch: BatchRecord;
  epoch: EpochRecord;
  trained: HistoryRecord;
  focus: { readonly layer: string; readonly index: readonly number[] } | undefined;
  error: Error;
}

/** One tensor as a caller hands it in: flat, row-major, in Keras's layout. */
interface GivenTensor {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** What `setDocument` may bring along, so that document, weights and probe change in one step. */
interface DocumentOptions {
  /** By layer, each layer's complete list; `keep`: those in hand (all shapes have to fit). Absent: fresh from the seed. */
  readonly weights?: 'keep' | Readonly<Record<string, readonly GivenTensor[]>>;
  readonly input?: ProbeInput;
}

/** The public object of docs/api.md, sections 1 to 3. Each call may be awaited; each that cannot be served rejects. */
export interface Scope {
  readonly version: string;
  readonly ready: Promise<void>;
  /** The normalised document, in its short form. */
  getDocument(): unknown;
  setDocument(document: unknown, options?: DocumentOptions): Promise<void>;
  /** Brings back the document before the last change; false where there is none. */
  undo(): Promise<boolean>;
  redo(): Promise<boolean>;
  summary(): readonly SummaryRow[];
  getWeights(layer: string): Promise<NamedWeight[]>;
  setWeights(layer: string, tensors: readonly GivenTensor[]): Promise<void>;
  setInput(input: ProbeInput): Promise<void>;
  activations(layer?: string, options?: { readonly pre?: boolean }): Promise<Record<string, Tensor>>;
  explain(layer: string, index: readonly number[]): Promise<Explanation>;
  evaluate(options: {
    readonly split: Split;
  }): Promise<Record<string, number | readonly (readonly number[])[]>>;
  train(options?: { readonly epochs?: number }): Promise<HistoryRecord>;
  step(unit: 'batch' | 'epoch'): Promise<HistoryRecord>;
  pause(): Promise<void>;
  reset(options?: { readonly seed?: number }): Promise<void>;
  history(): HistoryRecord;
  shareUrl(options?: { readonly weights?: boolean; readonly view?: boolean }): Promise<string>;
  backend(): {
    readonly name: BackendName;
    readonly reason: string;
    readonly candidates: readonly BackendCandidate[];
  };
  setBackend(name: string): Promise<void>;
  on<K extends keyof ScopeEvents>(event: K, handler: (value: ScopeEvents[K]) => void): () => void;
}
