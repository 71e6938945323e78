import type { Mend } from './mend.ts';

/** How tfjs's program for the places of maxima takes the last of several largest cells. */
const LAST = 'if (value >= currMinMaxValue)';
const FIRST = 'if (minMaxValueFound == 0.0 || value > currMinMaxValue)';

/**
 * Of several largest cells in a window the gradient of a maximum belongs to the first, as in Keras and on the other
 * backends; tfjs's WebGL gives it to the last.
 */
export const firstLargestCell: Mend = (program) => {
  program.userCode = program.userCode.replace(LAST, FIRST);
};
