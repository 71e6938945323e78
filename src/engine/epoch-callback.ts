/** An epoch's figures. A callback may add to them, and the callbacks after it see that. */
export type Logs = Record<string, number>;

/** What a callback asks for at the end of an epoch. */
interface Verdict {
  /** These weights are the best so far and are to be kept. */
  readonly keep?: boolean;
  /** The run ends. */
  readonly stop?: boolean;
  /** The learning rate from now on. */
  readonly rate?: number;
}

/** A callback of Keras that works at the end of an epoch. */
export interface EpochCallback {
  /** `epoch` counts from 0 in its fit; `rate` is the learning rate of the epoch's last batch. */
  observe(logs: Logs, epoch: number, rate: number): Verdict;
  /** Epoch of the fit, from 0, whose weights were kept last. */
  readonly bestEpoch: number;
  /** Plain data, from which one like it goes on. */
  readonly state: object;
}
