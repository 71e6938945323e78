import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, wholeNumber } from '../schema/leaf.ts';
import { channelOf, withChannel } from './data-format.ts';
import type { LayerDefinition } from './definition.ts';
import { kernelAndBias, type WeightedConfig, weightedArguments } from './kernel-and-bias.ts';
import {
  checkAxes,
  checkStrideOrDilation,
  checkWindows,
  outputSizes,
  type SlidingConfig,
  slidingArguments,
  slidingWindows,
} from './sliding.ts';
import { windowSum } from './window-sum.ts';

/** Arguments of Keras's Conv layers. */
export interface ConvolutionConfig extends SlidingConfig, WeightedConfig {
  readonly filters: number;
  /** Input channels and filters fall into so many groups; filters look at their own group's channels only. */
  readonly groups: number;
}

/** Keras's words for what does not fall into groups. */
function checkGroups(what: string, count: number, groups: number, received: string): void {
  if (count % groups === 0) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: 'config.groups',
    expected: `The number of ${what} must be evenly divisible by the number of groups`,
    received: `groups=${groups}, ${received}`,
    reason: 'groups',
  });
}

/**
 * A convolution over `axes` spatial axes; input and output `[…spatial, channel]` (channels_first: `[channel,
 * …spatial]`), kernel `[…spatial, in / groups, out]`.
 */
export function convolution(axes: number, snakeName: string): LayerDefinition<ConvolutionConfig> {
  const { kernel_size, ...sliding } = slidingArguments(
    axes,
    axes === 1 ? ['valid', 'same', 'causal'] : ['valid', 'same'],
  );

  function outputShape(config: ConvolutionConfig, inputs: readonly Shape[]): number[] {
    return withChannel(config, outputSizes(slidingWindows(config, inputs)), config.filters);
  }

  /** Channels that a filter looks at. */
  function channelsSeen(config: ConvolutionConfig, inputs: readonly Shape[]): number {
    return channelOf(config, inputs[0]!) / config.groups;
  }

  return {
    snakeName,
    operation: 'conv',
    schema: object({
      name: layerName(),
      filters: wholeNumber(1),
      kernel_size,
      ...sliding,
      groups: v.optional(wholeNumber(1), 1),
      ...weightedArguments,
    }),
    validate(config, inputs) {
      const { filters, groups } = config;
      checkGroups('filters', filters, groups, `filters=${filters}`);
      checkStrideOrDilation(config);
      checkAxes(config, inputs);
      const channels = channelOf(config, inputs[0]!);
      checkGroups('input channels', channels, groups, `but the input has ${channels} channels`);
      checkWindows(inputs, slidingWindows(config, inputs));
    },
    outputShape,
    weights(config, inputs) {
      const { kernel_size: size, filters } = config;
      return kernelAndBias(config, [...size, channelsSeen(config, inputs), filters], filters);
    },
    macs: (config, inputs) =>
      sizeOf(outputShape(config, inputs)) * sizeOf(config.kernel_size) * channelsSeen(config, inputs),
    activation: (config) => config.activation,
    activityRegularizer: (config) => config.activity_regularizer,
    windows: slidingWindows,
    derive(config, inputs, index) {
      const filter = channelOf(config, index);
      const count = channelsSeen(config, inputs);
      const first = Math.floor(filter / (config.filters / config.groups)) * count;
      return windowSum(config, slidingWindows(config, inputs), index, { first, count }, (tap, channel) => ({
        weight: { name: 'kernel', index: [...tap, channel, filter] },
      }));
    },
  };
}
