import type { Moment } from '../../engine/engine.ts';
import { formatNumber } from '../../scene/format.ts';
import { lab } from '../../text/lab.ts';

/** A word or two for what a callback has done. */
export function momentText(moment: Moment): string {
  if (moment.type === 'rate') return lab.moments.rate(formatNumber(moment.to / moment.from));
  return lab.moments[moment.type];
}
