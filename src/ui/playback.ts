import type { Stores } from '../stores/stores.ts';
import { stepBy } from './view-actions.ts';

/** Moves the playhead while the view plays, and rests while the pointer asks for another cell. */
export function startPlayback(stores: Stores): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  const tick = () => {
    timer = undefined;
    const { hover } = stores.view.getState();
    if (hover === undefined && !document.hidden && stores.trace.getState().trace) stepBy(stores, 1);
    schedule();
  };
  const schedule = () => {
    const { playing, speed } = stores.view.getState();
    if (playing && timer === undefined) timer = setTimeout(tick, 1000 / speed);
    if (!playing && timer !== undefined) {
      clearTimeout(timer);
      timer = undefined;
    }
  };

  const off = stores.view.subscribe((state, before) => {
    if (state.playing !== before.playing) schedule();
  });
  schedule();
  return () => {
    off();
    clearTimeout(timer);
  };
}
