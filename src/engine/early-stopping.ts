import type { EarlyStoppingConfig } from '../model/callbacks.ts';
import type { EpochCallback, Logs } from './epoch-callback.ts';
import { improves } from './improvement.ts';

interface State {
  /** Of the figure that is monitored; undefined before the first. */
  readonly best: number | undefined;
  /** Epoch of the fit, from 0, that the best weights come from. */
  readonly bestEpoch: number;
  readonly waited: number;
}

/** Keras's EarlyStopping, from the start or from a state it once had. */
export function createEarlyStopping(
  config: EarlyStoppingConfig,
  state: State = { best: undefined, bestEpoch: 0, waited: 0 },
): EpochCallback & { readonly state: State } {
  const { monitor, patience, baseline, start_from_epoch: startFrom } = config;
  let { best, bestEpoch, waited } = state;
  return {
    get state() {
      return { best, bestEpoch, waited };
    },
    get bestEpoch() {
      return bestEpoch;
    },
    observe(logs: Logs, epoch) {
      const value = logs[monitor];
      if (value === undefined || epoch < startFrom) return {};
      waited++;
      if (best === undefined || improves(config, value, best)) {
        best = value;
        bestEpoch = epoch;
        // With a baseline, only beating it starts the patience anew.
        if (baseline === null || improves(config, value, baseline)) waited = 0;
        return { keep: config.restore_best_weights };
      }
      return { stop: waited >= patience && epoch > 0 };
    },
  };
}
