import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { leaf, oneOf, type Schema } from '../schema/leaf.ts';
import { taking } from '../schema/takes.ts';
import type { BaseConfig } from './definition.ts';

const FORMATS = ['channels_last', 'channels_first'] as const;

/** Whether the channel axis comes after the spatial axes, or before them. */
export type DataFormat = (typeof FORMATS)[number];

/** Keras's argument; None is the format that Keras is set to, and that is channels_last. */
export function dataFormatArgument() {
  const word = oneOf(FORMATS);
  const none = leaf('null', (): DataFormat => 'channels_last');
  const either: Schema<DataFormat> = v.lazy((value) => (value === null ? none : word));
  return v.optional(taking(either, { type: 'choice', choices: FORMATS }), null);
}

export function isChannelsFirst(config: BaseConfig): boolean {
  return 'data_format' in config && config.data_format === 'channels_first';
}

/** What stands at the spatial axes of a shape or an index, in their order. */
export function spatialOf(config: BaseConfig, axes: Shape): number[] {
  return isChannelsFirst(config) ? axes.slice(1) : axes.slice(0, -1);
}

/** What stands at the channel axis of a shape or an index. */
export function channelOf(config: BaseConfig, axes: Shape): number {
  return isChannelsFirst(config) ? axes[0]! : axes.at(-1)!;
}

/** A shape or an index from what stands at its spatial axes and at its channel axis. */
export function withChannel(config: BaseConfig, spatial: readonly number[], channel: number): number[] {
  return isChannelsFirst(config) ? [channel, ...spatial] : [...spatial, channel];
}
