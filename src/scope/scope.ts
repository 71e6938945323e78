import type { Tensor } from '../base/tensor.ts';
import type {
  BackendCandidate,
  BackendName,
  BatchRecord,
  EpochRecord,
  Health,
  Metrics,
  Numbers,
  Split,
} from '../engine/engine.ts';
import type { Preview, Recognised } from '../formats/data/look.ts';
import type { CustomDataset } from '../model/datasets/custom.ts';
import type { Reading } from '../model/datasets/reading.ts';
import type { Explanation } from '../model/explain.ts';
import type { WeightEdit } from '../model/kernels/apply.ts';
import type { SummaryRow } from '../model/summary.ts';
import type { NamedWeight } from '../model/trace.ts';
import type { Score } from '../stores/experiment.ts';
import type { LessonProgress } from '../stores/lesson.ts';
import type { Moved } from '../stores/state.ts';

/** Gradients of one layer; `input` is that of the first input where the layer reads several, `inputs` are all. */
export interface GradientRecord {
  readonly output: Tensor;
  readonly input: Tensor;
  readonly inputs: readonly Tensor[];
  readonly weights: readonly NamedWeight[];
}

export type ProbeInput =
  | {
      readonly tensor: { readonly shape: readonly number[]; readonly data: ArrayLike<number> };
      /** What the page says that it is. */
      readonly note?: string;
    }
  | { readonly split: Split; readonly index: number }
  /** Words of the data set's vocabulary, where its samples are texts. */
  | { readonly text: string };

export interface HistoryRecord {
  readonly runId: number;
  readonly batches: readonly BatchRecord[];
  readonly epochs: readonly EpochRecord[];
  /** How the layers stood in the batch that was examined last: the last of each epoch and of each request is. */
  readonly health?: Health;
  readonly stopped?: string;
}

/** What the models of an experiment reached. */
export interface ExperimentRecord {
  readonly scores: readonly Score[];
  /** Of each figure over the scores; the deviation is divided by their number, as NumPy's. Empty without scores. */
  readonly mean: Readonly<Record<string, number>>;
  readonly standard_deviation: Readonly<Record<string, number>>;
  readonly stopped: 'finished' | 'paused';
}

/** One model of a comparison. */
export interface ComparedRecord {
  /** As it was trained, in its short form. */
  readonly document: unknown;
  readonly params: number;
  /** That its training took. */
  readonly seconds: number;
  readonly epochs: readonly EpochRecord[];
  /** On the test split: `loss` and the metrics. */
  readonly evaluation: Metrics;
  /** Share of test samples whose class is right. */
  readonly right?: number;
  /** Where the targets are numbers: errors and predictions on the test split, in what the model is trained on. */
  readonly mean_absolute_error?: number;
  readonly mean_squared_error?: number;
  readonly predictions?: Float32Array;
  /** As `setDocument` takes them. */
  readonly weights: Readonly<Record<string, readonly NamedWeight[]>>;
}

export interface ComparisonRecord {
  /** In the order of the documents; those that are done. */
  readonly models: readonly ComparedRecord[];
  /** Place of the best: least mean absolute error of numbers, most right classes, else least loss. */
  readonly best?: number;
  /** Where the targets are numbers: those of the test split, and how far off one is without a model. */
  readonly truths?: Float32Array;
  readonly baseline?: Numbers['baseline'];
  readonly stopped: 'finished' | 'paused';
}

export interface ScopeEvents {
  ready: undefined;
  document: unknown;
  trace: { readonly input: Tensor };
  batch: BatchRecord;
  epoch: EpochRecord;
  trained: HistoryRecord;
  score: Score;
  compared: ComparedRecord;
  focus: { readonly layer: string; readonly index: readonly number[] } | undefined;
  lesson: LessonProgress | undefined;
  error: Error;
}

/** A sample, the class that it is of, and what the model makes of it. */
export interface Mistake {
  readonly index: number;
  readonly truth: number;
  readonly prediction: number;
  /** The output for the predicted class; of logits, its softmax. */
  readonly confidence: number;
  /** The picture, as `setInput({split, index})` makes it the probe. */
  readonly input: Tensor;
}

/** One tensor as a caller hands it in: flat, row-major, in Keras's layout. */
export interface GivenTensor {
  readonly name?: string;
  readonly shape: readonly number[];
  readonly data: ArrayLike<number>;
}

/** What `setDocument` may bring along, so that document, weights and probe change in one step. */
interface DocumentOptions {
  /**
   * By layer, each layer's complete list; `keep`: those in hand (all shapes have to fit); `carry`: those in hand of
   * layers whose name and shapes are unchanged, the others fresh. Absent: fresh from the seed.
   */
  readonly weights?: 'keep' | 'carry' | Readonly<Record<string, readonly GivenTensor[]>>;
  readonly input?: ProbeInput;
  /** New names of layers by their old ones, so that `carry` finds their weights. */
  readonly renamed?: Readonly<Record<string, string>>;
  /** What the change is called in the history: "Added Conv2D". */
  readonly label?: string;
}

/** A model from Python. */
export interface KerasModel {
  /** The normalised document, in its short form. */
  readonly document: unknown;
  /** As `setDocument` takes them. */
  readonly weights: Readonly<Record<string, readonly NamedWeight[]>>;
  /** What of the archive was left aside, in sentences. */
  readonly notes: readonly string[];
}

/** Files as a browser gives them, or with the folders that they lie in. */
type GivenFiles = Blob | ArrayLike<Blob> | readonly { readonly path: string; readonly file: Blob }[];

interface DataOptions {
  /** How the files become samples; what is left out is chosen by what is in them. */
  readonly reading?: Reading;
  /** Told now and then which share is done, 0 to 1. */
  readonly progress?: (share: number) => void;
  /** Ends the reading. */
  readonly signal?: AbortSignal;
}

/** What files are, and what a reading makes of them. */
export interface DataLook {
  readonly file: string;
  readonly recognised: Recognised;
  /** With what was left open. */
  readonly reading: Reading;
  readonly preview?: Preview;
  /** Why this reading makes no data of them. */
  readonly error?: Error;
}

/** Data that are held in the browser. */
export interface OpenedData {
  /** For a document's `dataset`. */
  readonly dataset: CustomDataset;
  /** A document that trains on them: that in hand where it fits, else with a small model. */
  readonly document: unknown;
  /** What was done to the data, in sentences. */
  readonly notes: readonly string[];
  /** Whether they are still there after a reload. */
  readonly kept: boolean;
}

/** Predicted numbers, how far off they are, and how far off a guess without a model is. */
export type Predictions = Numbers;

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
  /** A Keras 3 script that builds, trains and evaluates the document's model. */
  toPython(): string;
  /** The document of such a script, in its short form; nothing changes. Rejects with the place of what it cannot take. */
  fromPython(code: string): Promise<unknown>;
  /** A `.keras` archive of the document and its weights, which Keras 3 loads. */
  toKeras(): Promise<Blob>;
  /** What a `.keras` archive of Keras 3 holds, checked; `setDocument(document, {weights})` opens it. */
  fromKeras(file: Blob | ArrayBuffer | ArrayBufferView): Promise<KerasModel>;
  /**
   * What files are (CSV, `.npy`, `.npz`, the UCI human-activity set, sounds; also in a zip), and what a reading of them
   * would give. Nothing changes, and nothing leaves the browser.
   */
  inspectData(files: GivenFiles, options?: DataOptions & { readonly sample?: number }): Promise<DataLook>;
  /** Reads such files and holds the samples in the browser; `setDocument(document)` trains on them. */
  openData(files: GivenFiles, options?: DataOptions): Promise<OpenedData>;
  /** Forgets the files that were looked at. */
  closeData(): Promise<void>;
  getWeights(layer: string): Promise<NamedWeight[]>;
  setWeights(layer: string, tensors: readonly GivenTensor[]): Promise<void>;
  /** Changes single weights of a layer by hand; a run under way is paused first. Edits in a row with one `step` are undone as one. */
  editWeights(
    layer: string,
    edits: readonly WeightEdit[],
    options?: { readonly step?: string },
  ): Promise<void>;
  /** Back to the weights from before the first edit since the last training, loading or reset; false where there was none. */
  restoreWeights(): Promise<boolean>;
  setInput(input: ProbeInput): Promise<void>;
  /**
   * Shifts, rotates and scales the probe that was chosen, always from that one; without a move it is back. A sequence is
   * shifted by `dx` steps, filled up with zeros or its edge.
   */
  moveInput(move?: Partial<Moved>): Promise<void>;
  activations(layer?: string, options?: { readonly pre?: boolean }): Promise<Record<string, Tensor>>;
  explain(layer: string, index: readonly number[]): Promise<Explanation>;
  /**
   * Of the loss for the probe and its label, or of one output cell (`target`: a unit's number, an index into the first
   * output, or `{layer, index}`), by every layer's output, inputs and weights.
   */
  gradients(options?: { readonly target?: unknown }): Promise<Readonly<Record<string, GradientRecord>>>;
  /** Stateful layers forget the batches before. */
  resetStates(): Promise<void>;
  evaluate(options: {
    readonly split: Split;
  }): Promise<Record<string, number | readonly (readonly number[])[]>>;
  /** What is predicted of each sample of a split, where the targets are numbers: `[sample, number]`, as trained on. */
  predictions(options: { readonly split: Split }): Promise<Predictions>;
  /** Samples of a split that the model takes for another class, the surest first. */
  mistakes(options: {
    readonly split: Split;
    /** Only samples of this class. */
    readonly truth?: number;
    /** Only samples taken for this class. The same as `truth`: those it gets right, the least sure first. */
    readonly predicted?: number;
    readonly limit?: number;
  }): Promise<readonly Mistake[]>;
  train(options?: { readonly epochs?: number }): Promise<HistoryRecord>;
  step(unit: 'batch' | 'epoch'): Promise<HistoryRecord>;
  /** For each seed from the document's on: fresh weights, training, evaluation on the test split. Changes nothing in hand. */
  experiment(options?: { readonly repeats?: number; readonly epochs?: number }): Promise<ExperimentRecord>;
  /**
   * Trains and evaluates documents one after another, with the data, the seed and (where `epochs` is not given) the epochs
   * of the first. Changes nothing in hand.
   */
  compare(options: {
    readonly documents: readonly unknown[];
    readonly epochs?: number;
  }): Promise<ComparisonRecord>;
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
  /** How far the open lesson is; undefined where none is open. */
  lesson(): LessonProgress | undefined;
  on<K extends keyof ScopeEvents>(event: K, handler: (value: ScopeEvents[K]) => void): () => void;
}
