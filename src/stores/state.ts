import type { KernelscopeError } from '../base/errors.ts';
import type { Tensor } from '../base/tensor.ts';
import type {
  BackendChoice,
  BatchRecord,
  EpochRecord,
  Health,
  Moment,
  Progress,
  Sample,
} from '../engine/engine.ts';
import type { Aspect } from '../model/aspects.ts';
import type { Focus, ModelDocument } from '../model/document.ts';
import type { Network } from '../model/network.ts';
import type { Move } from '../model/picture/move.ts';
import type { Fill } from '../model/sequence/shift.ts';
import type { NamedWeight, Trace, Weights } from '../model/trace.ts';
import type { Language } from '../text/language.ts';

/** The document in hand, and what follows from it. Changes rarely; React renders from it. */
export interface DocumentState {
  readonly document: ModelDocument;
  readonly network: Network;
  /** Oldest first; undo takes back the change of the last. */
  readonly past: readonly HistoryEntry[];
  /** Nearest first; redo makes the change of the first again. */
  readonly future: readonly HistoryEntry[];
}

/** A document that undo or redo brings back, and the change between it and its neighbour towards the present. */
export interface HistoryEntry {
  readonly document: ModelDocument;
  /** What was done, for people: "Added Conv2D". */
  readonly change: string;
  /** An edit, over which weights of unchanged layers are carried; else another document took the place. */
  readonly edit: boolean;
  /** New names of layers by their old ones, in the direction of redo. */
  readonly renamed: Readonly<Record<string, string>>;
  /** The weights that leaving this document gave up, by its names; undefined where they are no longer kept. */
  readonly lost: Weights | undefined;
  /** Where the weights came from. */
  readonly provenance: TraceState['provenance'];
}

/** How a probe was moved; of a sequence only `dx`, in steps, and what comes in there. */
export type Moved = Move & { readonly fill?: Fill };

/** Live numbers: the probe, its trace, the weights. Changes up to once a frame; painters subscribe, React does not. */
export interface TraceState {
  readonly probe: {
    readonly input: Tensor;
    /** Its class number, or the first of its numbers. */
    readonly label?: number;
    /** All that is to be said of it; see the data set's target. */
    readonly targets?: readonly number[];
    readonly source: ProbeSource;
    /** How `input` was made of the probe that was chosen. */
    readonly moved?: { readonly by: Moved; readonly from: Tensor };
  };
  readonly trace: Trace | undefined;
  readonly weights: Weights;
  /** Where the weights come from, said on the page; `carried`: of unchanged layers kept, of the others fresh. */
  readonly provenance: 'carried' | 'shipped' | 'fresh' | 'trained' | 'set' | 'link' | 'edited';
  /** Changes of single weights by hand; `editsOf` says whether they are those of the weights in hand. */
  readonly edits: WeightEdits | undefined;
}

/** A layer's weights as they were before, or after, one gesture. */
export interface Gesture {
  readonly layer: string;
  readonly weights: readonly NamedWeight[];
  /** Edits of one name in a row are one gesture. */
  readonly step: string | undefined;
}

/** What was changed by hand since the last training, loading or reset. */
export interface WeightEdits {
  /** The weights that these edits have led to: with any others in hand, the edits are history. */
  readonly now: Weights;
  /** Before the first edit. */
  readonly trained: Weights;
  readonly from: TraceState['provenance'];
  readonly past: readonly Gesture[];
  readonly future: readonly Gesture[];
}

type ProbeSource =
  | { readonly type: 'sample'; readonly split: 'train' | 'test'; readonly index: number }
  /** `note`: what it is, for people. */
  | { readonly type: 'tensor'; readonly note?: string }
  | { readonly type: 'noise' };

type RunStatus = 'idle' | 'running' | 'pausing';

export interface RunState {
  readonly runId: number;
  readonly status: RunStatus;
  /** Appended in place by the store; `version` says that they grew. Never copied whole on a batch. */
  readonly batches: readonly BatchRecord[];
  readonly epochs: readonly EpochRecord[];
  /** What callbacks have done. */
  readonly moments: readonly Moment[];
  /** How the layers stood in the batch that was examined last. */
  readonly health: Health | undefined;
  readonly version: number;
  readonly progress: Progress | undefined;
  readonly stopped: string | undefined;
}

/** What is looked at. `focus = hover ?? pinned ?? cellAtStep(playhead)`: one path for pointer, keys and playback. */
export interface ViewState {
  /** The layer whose lens is open. */
  readonly open: string | undefined;
  /** What the lens shows, where the layer has that; else how one number comes about. */
  readonly aspect: Aspect | undefined;
  readonly hover: Focus | undefined;
  /** Set by arrow keys, by choosing a cell, or by the playhead. */
  readonly cell: Focus | undefined;
  readonly playing: boolean;
  /** Output cells a second. */
  readonly speed: number;
  /** The whys opened one after another; the last is shown. */
  readonly trail: readonly Focus[];
  /** The weight that is set by hand: its index without the last axis, which is the filter or unit looked at. */
  readonly weight:
    | { readonly layer: string; readonly weight: string; readonly place: readonly number[] }
    | undefined;
  /** The filter that stands beside the one looked at, in that layer's lens. */
  readonly compare: { readonly layer: string; readonly channel: number } | undefined;
  readonly theme: 'auto' | 'light' | 'dark';
  /** `auto`: the browser's. */
  readonly language: 'auto' | Language;
  /** The language that all texts are in now; it follows `language` when its texts are there. */
  readonly spoken: Language;
  /** Everything is drawn larger and stronger, for a class. */
  readonly projector: boolean;
}

/** What the page has to say: engine, backend, samples, the last error. */
export interface StatusState {
  readonly phase: 'starting' | 'ready' | 'failed';
  readonly backend: BackendChoice | undefined;
  readonly samples: readonly Sample[];
  /** The vocabulary of the document's data set, where that is of texts; see `Engine.words`. */
  readonly words: readonly string[] | undefined;
  readonly error: KernelscopeError | undefined;
  readonly notice: string | undefined;
  /** What the page says of itself: it is there without a network, a new version waits, a part of it is missing. */
  readonly offer:
    | { readonly what: 'ready' | 'release' | 'elsewhere' | 'incomplete'; readonly accept?: () => void }
    | undefined;
}
