import type { Archives } from '../engine/archive/archives.ts';
import type { Engine, Evaluation, Split, StopReason } from '../engine/engine.ts';
import type { DataReader } from '../engine/own-data/reader.ts';
import type { ModelDocument } from '../model/document.ts';
import type { Weights } from '../model/trace.ts';
import type { Stores } from '../stores/stores.ts';
import type { Events } from './events.ts';
import type { Queue } from './queue.ts';
import type { HistoryRecord } from './scope.ts';

/** A run under way. */
export interface Run {
  readonly finished: Promise<StopReason>;
  /** Said instead of `paused` where something else than the user ended the run. */
  endedAs: StopReason | undefined;
  /** Set once the final weights, trace and history are being fetched. */
  settled: Promise<HistoryRecord> | undefined;
}

/** Work beside the page under way: an experiment, a comparison. */
interface Beside {
  readonly finished: Promise<unknown>;
  /** Ends it; what was measured stays. */
  stop(): void;
}

/** What an evaluation gave, and what it is about. */
interface Evaluated {
  readonly split: Split;
  readonly document: ModelDocument;
  readonly weights: Weights;
  readonly evaluation: Evaluation;
}

/** What the calls of one scope share. */
export interface Context {
  readonly engine: Engine;
  readonly stores: Stores;
  /** Every call that changes something, or reads what another may be changing, goes through it. */
  readonly queue: Queue;
  readonly events: Events;
  /** The trained weights of the shipped document; rejects where they cannot be loaded. */
  readonly shipped: (() => Promise<Weights>) | undefined;
  /** Reads and writes `.keras` archives. */
  readonly archives: Archives | undefined;
  /** Reads data that the reader brings; loaded when it is first asked for. */
  readonly dataReader: (() => Promise<DataReader>) | undefined;
  /** The page's address, to which the link's fragment is added. */
  readonly pageUrl: () => string;
  /** Another engine, for work beside the page's. */
  readonly spare: (() => Engine) | undefined;
  run: Run | undefined;
  beside?: Beside | undefined;
  /** The last evaluation, while nothing has changed since. */
  evaluated?: Evaluated;
}
