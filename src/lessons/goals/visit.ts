import { focusOf } from '../../stores/view.ts';
import type { Begin, GoalNamed } from './check.ts';

/** What the playhead passes by itself was not visited. */
export const visit: Begin<GoalNamed<'visit'>> = ({ layer, cells }, { view }) => {
  const key = () => {
    const state = view.getState();
    const focus = state.hover ?? (state.playing ? undefined : focusOf(state));
    return focus?.layer === layer ? [...focus.index, focus.step ?? ''].join() : undefined;
  };
  // The one that is in hand when the step begins was not chosen.
  const first = key();
  const seen = new Set<string>();
  return () => {
    const now = key();
    if (now !== undefined && now !== first) seen.add(now);
    return { met: seen.size >= cells, done: Math.min(seen.size, cells), of: cells };
  };
};
