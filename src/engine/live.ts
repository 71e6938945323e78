/** Live pictures may take this share of the time of training. */
const SHARE = 0.03;

/** Says when the pictures of a run may be taken: after the last ones were shown, and while they stay cheap. */
export interface LivePace {
  due(): boolean;
  /** Pictures were taken and cost this many milliseconds. */
  taken(milliseconds: number): void;
  acknowledge(): void;
}

export function createLivePace(now: () => number): LivePace {
  let shown = true;
  let next = 0;
  return {
    due: () => shown && now() >= next,
    taken(milliseconds) {
      shown = false;
      next = now() + milliseconds / SHARE;
    },
    acknowledge() {
      shown = true;
    },
  };
}
