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
  const inside = windowTaps(windows, spatialOf(config, index)).filter((tap) => tap.inside);
  return {
    reduction: 'sum',
    terms: inside.flatMap(({ tap, cell }) =>
      Array.from({ length: count }, (_, channel) => ({
        input: 0,
        inputIndex: withChannel(config, cell, first + channel),
        ...times(tap, channel),
      })),
    ),
    ...(config.use_bias ? { bias: { name: 'bias', index: [channelOf(config, index)] } } : {}),
  };
}
