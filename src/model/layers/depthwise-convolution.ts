import * as v from 'valibot';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { type ActivationName, activationSchema } from '../activations.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, truth, wholeNumber } from '../schema/leaf.ts';
import { channelOf, withChannel } from './data-format.ts';
import type { LayerDefinition } from './definition.ts';
import { biasSpecs, kernelSpec } from './kernel-and-bias.ts';
import {
  checkAxes,
  checkWindows,
  outputSizes,
  type SlidingConfig,
  slidingArguments,
  slidingWindows,
} from './sliding.ts';
import { windowSum } from './window-sum.ts';

/** What depthwise layers, and separable ones for their first step, are given. */
export interface DepthwiseArguments extends SlidingConfig {
  readonly depth_multiplier: number;
  readonly activation: ActivationName;
  readonly use_bias: boolean;
  readonly depthwise_initializer: Initializer;
  readonly bias_initializer: Initializer;
  readonly depthwise_regularizer: Regularizer | null;
  readonly bias_regularizer: Regularizer | null;
  readonly activity_regularizer: Regularizer | null;
  readonly depthwise_constraint: Constraint | null;
  readonly bias_constraint: Constraint | null;
}

function outputShape(config: DepthwiseArguments, inputs: readonly Shape[]): number[] {
  const channels = channelOf(config, inputs[0]!) * config.depth_multiplier;
  return withChannel(config, outputSizes(slidingWindows(config, inputs)), channels);
}

/**
 * A convolution of each channel for itself over `axes` spatial axes: channel `c` gives the output channels from `c *
 * depth_multiplier` on. Axes as those of `convolution`, kernel `[…spatial, in, multiplier]`.
 */
export function depthwiseConvolution(axes: number, snakeName: string): LayerDefinition<DepthwiseArguments> {
  const { data_format, dilation_rate, ...sliding } = slidingArguments(axes);

  return {
    snakeName,
    operation: 'conv',
    schema: object({
      name: layerName(),
      ...sliding,
      depth_multiplier: v.optional(wholeNumber(1), 1),
      data_format,
      dilation_rate,
      activation: v.optional(activationSchema(), null),
      use_bias: v.optional(truth(), true),
      depthwise_initializer: initializerSchema('glorot_uniform'),
      bias_initializer: initializerSchema('zeros'),
      depthwise_regularizer: regularizerSchema(),
      bias_regularizer: regularizerSchema(),
      activity_regularizer: regularizerSchema(),
      depthwise_constraint: constraintSchema(),
      bias_constraint: constraintSchema(),
    }),
    validate(config, inputs) {
      checkAxes(config, inputs);
      checkWindows(inputs, slidingWindows(config, inputs));
    },
    outputShape,
    weights(config, inputs) {
      const channels = channelOf(config, inputs[0]!);
      const { depth_multiplier, depthwise_initializer, depthwise_regularizer, depthwise_constraint } = config;
      const shape = [...config.kernel_size, channels, depth_multiplier];
      return [
        kernelSpec('kernel', shape, depthwise_initializer, depthwise_regularizer, depthwise_constraint),
        ...biasSpecs(config, channels * depth_multiplier),
      ];
    },
    macs: (config, inputs) => sizeOf(outputShape(config, inputs)) * sizeOf(config.kernel_size),
    activation: (config) => config.activation,
    activityRegularizer: (config) => config.activity_regularizer,
    windows: slidingWindows,
    derive(config, inputs, index) {
      const output = channelOf(config, index);
      const first = Math.floor(output / config.depth_multiplier);
      return windowSum(config, slidingWindows(config, inputs), index, { first, count: 1 }, (tap) => ({
        weight: { name: 'kernel', index: [...tap, first, output % config.depth_multiplier] },
      }));
    },
  };
}
