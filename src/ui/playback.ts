import type { Stores } from '../stores/stores.ts';
import { stepBy } from './view-actions.ts';

/** Milliseconds for which a step that is due waits for the run's next batches: about as long as they take to come. */
const PATIENCE = 300;

/**
 * Moves the playhead while the view plays, and rests while the pointer asks for another cell. While a run is on, it
 * moves when batches come: both are then drawn in one frame, and more of the processor is left to the run.
 */
export function startPlayback(stores: Stores): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** When the step in hand is due: the one after it counts from there, however long this one waits. */
  let time = 0;
  let due = false;

  const step = () => {
    clearTimeout(timer);
    timer = undefined;
    due = false;
    const { hover } = stores.view.getState();
    if (hover === undefined && !document.hidden && stores.trace.getState().trace) stepBy(stores, 1);
    schedule();
  };
  const wait = () => {
    due = stores.run.getState().status !== 'idle';
    if (due) timer = setTimeout(step, PATIENCE);
    else step();
  };
  const schedule = () => {
    const { playing, speed } = stores.view.getState();
    if (playing && timer === undefined) {
      const now = performance.now();
      time = Math.max(time + 1000 / speed, now);
      timer = setTimeout(wait, time - now);
    }
    if (!playing && timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
      due = false;
    }
  };

  const start = () => {
    time = performance.now();
    schedule();
  };

  const offs = [
    stores.view.subscribe((state, before) => {
      if (state.playing !== before.playing) start();
    }),
    stores.run.subscribe(() => {
      if (due) step();
    }),
  ];
  start();
  return () => {
    for (const off of offs) off();
    clearTimeout(timer);
  };
}
