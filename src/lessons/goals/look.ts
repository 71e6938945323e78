import type { Begin, GoalNamed } from './check.ts';

/** The playhead passes many cells: one that is asked for is looked at where it rests. */
export const look: Begin<GoalNamed<'look'>> =
  ({ layer, index }, { view }) =>
  () => {
    const { open, cell, trail, playing } = view.getState();
    if (open !== layer) return { met: false };
    if (!index) return { met: true };
    const focus = trail.at(-1) ?? cell;
    const there =
      focus?.layer === layer && index.every((at, axis) => at === null || focus.index[axis] === at);
    return { met: !playing && there };
  };
