import type { ReduceLROnPlateauConfig } from '../model/callbacks.ts';
import type { EpochCallback, Logs } from './epoch-callback.ts';
import { improves } from './improvement.ts';

interface State {
  /** Of the figure that is monitored; undefined before the first. */
  readonly best: number | undefined;
  readonly waited: number;
  /** Epochs for which nothing is waited for. */
  readonly cooldown: number;
}

/** Keras's ReduceLROnPlateau, from the start or from a state it once had. Logs the rate that the epoch ended with. */
export function createReduceLROnPlateau(
  config: ReduceLROnPlateauConfig,
  state: State = { best: undefined, waited: 0, cooldown: 0 },
): EpochCallback & { readonly state: State } {
  let { best, waited, cooldown } = state;
  return {
    bestEpoch: 0,
    get state() {
      return { best, waited, cooldown };
    },
    observe(logs: Logs, _epoch, rate) {
      logs.learning_rate = rate;
      const value = logs[config.monitor];
      if (value === undefined) return {};
      if (cooldown > 0) {
        cooldown--;
        waited = 0;
      }
      if (best === undefined || improves(config, value, best)) {
        best = value;
        waited = 0;
        return {};
      }
      if (cooldown > 0) return {};
      waited++;
      if (waited < config.patience || rate <= config.min_lr) return {};
      cooldown = config.cooldown;
      waited = 0;
      return { rate: Math.max(rate * config.factor, config.min_lr) };
    },
  };
}
