import { type AxisWindow, windowTaps } from '../window.ts';
import { channelOf, spatialOf, withChannel } from './data-format.ts';
import type { Derivation, Term } from './definition.ts';
import type { SlidingConfig } from './sliding.ts';

/** What the number of one input channel under one kernel cell is multiplied by. */
export type Times = (tap: readonly number[], channel: number) => Pick<Term, 'weight' | 'factor'>;

/**
 * How the output cell `index` of a layer that slides a kernel comes about: the sum over the cells that its windows
 * meet, with a term for each of `count` input channels from `first` on, which `times` counts from 0; and its channel's
 * bias.
 */
export function windowSum(
  config: SlidingConfig & { readonly use_bias: boolean },
  windows: readonly AxisWindow[],
  index: readonly number[],
  { first = 0, count }: { readonly first?: number; readonly count: number },
  times: Times,
): Derivation {
  const terms: Term[] = [];
  // Plain loops: the slow pass of a large picture asks for millions of terms.
  for (const { tap, cell, inside } of windowTaps(windows, spatialOf(config, index))) {
    if (!inside) continue;
    for (let channel = 0; channel < count; channel++) {
      const inputIndex = withChannel(config, cell, first + channel);
      terms.push({ input: 0, inputIndex, ...times(tap, channel) });
    }
  }
  return {
    reduction: 'sum',
    terms,
    ...(config.use_bias ? { bias: { name: 'bias', index: [channelOf(config, index)] } } : {}),
  };
}
