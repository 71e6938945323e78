import type { CallbackConfig } from '../model/callbacks.ts';
import type { ModelDocument } from '../model/document.ts';
import { learningRateAt } from '../model/schedules.ts';
import type { Weights } from '../model/trace.ts';
import { createEarlyStopping } from './early-stopping.ts';
import type { EpochRecord, FitState, Moment } from './engine.ts';
import type { EpochCallback, Logs } from './epoch-callback.ts';
import { createReduceLROnPlateau } from './reduce-lr-on-plateau.ts';

interface Verdict {
  /** With what the callbacks have logged. */
  readonly record: EpochRecord;
  /** Numbers of the callbacks that want these weights kept. */
  readonly keeps: readonly number[];
  readonly stop: boolean;
  readonly moments: readonly Moment[];
}

/**
 * What Keras calls a fit: its callbacks and its learning rate. It goes on over pauses and single steps, and ends when
 * a request for epochs does. What it says follows from the steps and the epochs alone.
 */
export interface Fit {
  /** Begins one where none is under way, after so many epochs. */
  begin(epochs: number): void;
  /** The learning rate of the batch that comes after `step` others. */
  rateAt(step: number): number;
  /** Tells the callbacks an epoch that ended after `step` batches. */
  observe(record: EpochRecord, step: number): Verdict;
  /** Keeps the weights for a callback that asked for it. */
  keep(callback: number, weights: Weights): void;
  /** Ends it. Gives the weights to go back to, and the epoch they come from. */
  end(): { readonly weights: Weights; readonly epoch: number } | undefined;
  /** Without the weights that are kept. */
  readonly state: FitState;
}

type Make = (config: never, state?: never) => EpochCallback;

const MAKERS: Record<CallbackConfig['class_name'], Make> = {
  EarlyStopping: createEarlyStopping,
  ReduceLROnPlateau: createReduceLROnPlateau,
};

function create({ class_name, config }: CallbackConfig, state?: object): EpochCallback {
  return MAKERS[class_name](config as never, state as never);
}

export function createFit({ compile, fit }: ModelDocument, state?: FitState): Fit {
  let from = state?.from;
  let rate = state?.rate;
  let callbacks = fit.callbacks.map((callback, at) => create(callback, state?.callbacks[at]));
  let best = new Map(state?.best);
  const rateAt = (step: number) => rate ?? learningRateAt(compile?.optimizer.config.learning_rate ?? 0, step);
  return {
    begin(epochs) {
      if (from !== undefined) return;
      from = epochs;
      callbacks = fit.callbacks.map((callback) => create(callback));
      best = new Map();
    },
    rateAt,
    observe(record, step) {
      const logs: Logs = { ...record };
      const keeps: number[] = [];
      const moments: Moment[] = [];
      let stop = false;
      const at = { epoch: record.epoch, step };
      callbacks.forEach((callback, number) => {
        // The rate of the last batch, or the one that a callback before this has just set.
        const before = rateAt(step - 1);
        const verdict = callback.observe(logs, record.epoch - 1 - (from ?? 0), before);
        if (verdict.keep) keeps.push(number);
        if (verdict.stop) stop = true;
        if (verdict.rate !== undefined) {
          rate = verdict.rate;
          moments.push({ ...at, type: 'rate', from: before, to: rate });
        }
      });
      return { record: logs as unknown as EpochRecord, keeps, stop, moments };
    },
    keep(callback, weights) {
      best.set(callback, weights);
    },
    end() {
      const began = from ?? 0;
      from = undefined;
      // Each callback puts its own back, one after the other.
      const last = Math.max(...best.keys());
      const weights = best.get(last);
      best = new Map();
      return weights && { weights, epoch: began + callbacks[last]!.bestEpoch + 1 };
    },
    get state() {
      return { from, rate, callbacks: callbacks.map((callback) => callback.state), best: new Map() };
    },
  };
}
