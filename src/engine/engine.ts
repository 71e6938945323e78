import type { Tensor } from '../base/tensor.ts';
import type { CustomDataset } from '../model/datasets/custom.ts';
import type { ModelDocument } from '../model/document.ts';
import type { NamedWeight, Trace, Weights } from '../model/trace.ts';

export type BackendName = 'webgl' | 'wasm' | 'cpu';

export interface BackendCandidate {
  readonly name: BackendName;
  /** False where it could not start here. */
  readonly available: boolean;
  /** True where WebGL is rendered in software (SwiftShader, llvmpipe). */
  readonly software?: boolean;
  /** Measured milliseconds of the short benchmark, where it was run. */
  readonly ms?: number;
  /** A code for `text/backend.ts`, e.g. `software`, `slower`, `no-webgl`, `no-simd`, `failed`. */
  readonly note?: string;
}

export interface BackendChoice {
  readonly name: BackendName;
  /** A code for `text/backend.ts`: `measured-fastest`, `gpu`, `software-gpu`, `no-gpu`, `chosen`, `lost-context`, … */
  readonly reason: string;
  readonly candidates: readonly BackendCandidate[];
}

/** One sample of a data set, scaled as the model sees it (digits: 0 to 1). */
export interface Sample {
  readonly input: Tensor;
  /** The first of the targets: the class number, or the number itself. */
  readonly label: number;
  /** A class number, one a head, or numbers: see the definition's target. */
  readonly targets: readonly number[];
}

export type Split = 'train' | 'test';

/** A bundled data set by its name, or that of a document. */
export type DataChoice = string | ModelDocument['dataset'];

/** `loss` and one number a metric, by Keras's names (`accuracy`). */
export type Metrics = Readonly<Record<string, number>>;

export interface Evaluation {
  readonly metrics: Metrics;
  /** `confusion[truth][prediction]` counts. */
  readonly confusion: readonly (readonly number[])[];
  /** Sample by sample, in the split's order; empty where the model does not tell classes apart. */
  readonly outcomes: readonly Outcome[];
  /** Where the targets are numbers: what was predicted, `[sample, number]`, and what was true. */
  readonly numbers?: Numbers;
}

/** Predicted numbers, as the model gives them, and how far off they are: all samples and numbers alike. */
export interface Numbers {
  readonly truths: Float32Array;
  readonly predictions: Float32Array;
  readonly errors: NumberErrors;
  /**
   * The errors of what can be said without a model: of windows of a series, that its last value comes again; of other
   * data, the mean of the training targets.
   */
  readonly baseline: NumberErrors & { readonly type: 'last-value' | 'training-mean' };
}

export interface NumberErrors {
  readonly mean_absolute_error: number;
  readonly mean_squared_error: number;
}

/** What a model makes of one sample of a split. */
export interface Outcome {
  readonly index: number;
  /** Class numbers. */
  readonly truth: number;
  readonly prediction: number;
  /** The output for the predicted class; of logits, its softmax. */
  readonly confidence: number;
}

export interface BatchRecord {
  /** Batches since the last reset, from 1. */
  readonly step: number;
  readonly loss: number;
  readonly [metric: string]: number;
}

export interface EpochRecord {
  /** Epochs since the last reset, from 1. */
  readonly epoch: number;
  readonly loss: number;
  readonly [metric: string]: number;
}

/**
 * How a layer stood in a training batch: in its forward pass, and in the gradients before the update. What means
 * nothing for the layer is left out.
 */
export interface LayerHealth {
  readonly layer: string;
  /** Units (last axis) of a ReLU that gave 0 in every place for every sample, and so got no gradient. */
  readonly dead?: number;
  /** Units in all, where dead ones are counted. */
  readonly units?: number;
  /**
   * Share of the cells of a bounded activation (sigmoid, tanh and their kin) within 0.01 of a limit; of a softmax, the
   * share of rows whose largest value is.
   */
  readonly saturated?: number;
  /** L2 norm of the loss's gradients by all trainable weights of the layer. */
  readonly gradient?: number;
}

export interface Health {
  /** The batch, as in its record. */
  readonly step: number;
  /** In the network's order; layers without any figure are left out. */
  readonly layers: readonly LayerHealth[];
}

/** Where the callbacks of a fit stand, as plain data. */
export interface FitState {
  /** Epochs that were done when it began; undefined where none is under way. */
  readonly from: number | undefined;
  /** The learning rate that a callback has set, which outlives its fit as in Keras. */
  readonly rate: number | undefined;
  readonly callbacks: readonly object[];
  /** The weights that callbacks keep as the best, by the callback's number; in an event only those that are new. */
  readonly best: ReadonlyMap<number, Weights>;
}

/** Something that a callback has done, at the end of an epoch; `step` is that epoch's last batch. */
export type Moment = { readonly epoch: number; readonly step: number } & (
  | { readonly type: 'rate'; readonly from: number; readonly to: number }
  /** The weights of this epoch were put back. */
  | { readonly type: 'best' }
  /** Training stopped early. */
  | { readonly type: 'stopped' }
);

export type StopReason = 'finished' | 'paused' | 'not-finite' | 'replaced' | 'failed';

/** What the engine says without being asked. Events of a run carry its `runId`; older runs' are dropped by the client. */
export type EngineEvent =
  | {
      readonly type: 'batches';
      readonly runId: number;
      readonly records: readonly BatchRecord[];
      readonly progress: Progress;
    }
  | {
      readonly type: 'epoch';
      readonly runId: number;
      readonly record: EpochRecord;
      /** Where the callbacks stand now, for a worker that has to go on from here. */
      readonly fit?: FitState;
    }
  | { readonly type: 'moment'; readonly runId: number; readonly moment: Moment }
  /** After some batches, at least the last of each epoch and of each request. */
  | { readonly type: 'health'; readonly runId: number; readonly health: Health }
  /** Live state of a run for the pictures, at most once per acknowledged frame. */
  | {
      readonly type: 'live';
      readonly runId: number;
      readonly step: number;
      readonly trace: Trace;
      readonly weights: Weights;
    }
  | {
      readonly type: 'stopped';
      readonly runId: number;
      readonly reason: StopReason;
      readonly fit?: FitState;
    }
  /** The worker or the GPU context was lost and rebuilt, from the last weights. */
  | { readonly type: 'recovered'; readonly cause: 'context' | 'worker'; readonly backend: BackendChoice };

export interface Progress {
  readonly step: number;
  /** Batches of the whole request. */
  readonly ofSteps: number;
  readonly epoch: number;
  readonly secondsLeft: number | undefined;
}

/** What is built from a document: its weights (fresh from the seed, or those given) and the probe's trace. */
export interface Built {
  readonly runId: number;
  readonly weights: Weights;
  readonly trace: Trace;
}

/** What gradients are of: the loss for the probe and its targets, or one output cell of a layer. */
export type GradientTarget =
  | { readonly type: 'loss'; readonly targets: readonly number[] }
  | { readonly type: 'unit'; readonly layer: string; readonly index: readonly number[] };

/** Gradients by a layer's output, by each of its inputs, and by its weights in Keras's order. */
export interface LayerGradients {
  readonly output: Tensor;
  readonly inputs: readonly Tensor[];
  readonly weights: readonly NamedWeight[];
}

/**
 * Everything that touches tfjs, behind a Web Worker. Every call settles; a rejected call leaves the engine as it
 * was. Only plain data crosses: no tensor of tfjs leaves it.
 */
export interface Engine {
  /**
   * Builds the document (past the gate) next to the old model, traces `probe`, then replaces the old model. Layers
   * that `weights` does not name are fresh from the seed.
   */
  build(document: ModelDocument, probe: Tensor, weights?: Weights): Promise<Built>;
  /** Traces another probe; also from now on the probe of `live` events. */
  probe(input: Tensor): Promise<Trace>;
  getWeights(): Promise<Weights>;
  /** Replaces one layer's weights (shapes already checked) and traces the probe again. */
  setWeights(layer: string, weights: readonly NamedWeight[]): Promise<Trace>;
  /** Starts or resumes: runs until `epochs` more epochs (or one batch / the epoch's end) are done, or pause. */
  train(request: { readonly epochs: number } | { readonly until: 'batch' | 'epoch' }): Promise<StopReason>;
  /** Resolves when the batch in hand is done and the run stands. */
  pause(): Promise<void>;
  /** Fresh weights, optimizer and history position, from `seed`. */
  reset(seed: number): Promise<Built>;
  evaluate(split: Split): Promise<Evaluation>;
  /** For the probe in hand, with the weights as they are. */
  gradients(target: GradientTarget): Promise<ReadonlyMap<string, LayerGradients>>;
  /** Stateful layers forget the batches before. */
  resetStates(): Promise<void>;
  /** Of the data set of that name, or the document's. */
  sample(split: Split, index: number, dataset?: DataChoice): Promise<Sample>;
  /** The first `count` samples of a split, for thumbnails. */
  samples(split: Split, count: number, dataset?: DataChoice): Promise<readonly Sample[]>;
  /** The vocabulary of a data set of texts: words by their numbers; 0 is padding, 1 any word that it has not. */
  words(dataset?: DataChoice): Promise<readonly string[]>;
  /** Holds the reader's own data for documents that describe them; tells whether a reload will find them, too. */
  hold(dataset: CustomDataset, data: Blob): Promise<boolean>;
  /** Whether the data of such a document are in this browser. */
  holds(dataset: CustomDataset): Promise<boolean>;
  backend(): Promise<BackendChoice>;
  setBackend(name: BackendName): Promise<BackendChoice>;
  on(listener: (event: EngineEvent) => void): () => void;
  /** Ends the worker. */
  destroy(): void;
}
