import * as v from 'valibot';
import { flatIndex, type Shape, sizeOf } from '../../base/tensor.ts';
import { activationSchema } from '../activations.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, truth, wholeNumber } from '../schema/leaf.ts';
import { channelOf, withChannel } from './data-format.ts';
import type { LayerDefinition, LayerValues } from './definition.ts';
import type { DepthwiseArguments } from './depthwise-convolution.ts';
import { biasSpecs, kernelSpec } from './kernel-and-bias.ts';
import { checkAxes, checkWindows, outputSizes, slidingArguments, slidingWindows } from './sliding.ts';
import { windowSum } from './window-sum.ts';

/** Arguments of Keras's separable Conv layers. */
export interface SeparableConfig extends DepthwiseArguments {
  readonly filters: number;
  readonly pointwise_initializer: Initializer;
  readonly pointwise_regularizer: Regularizer | null;
  readonly pointwise_constraint: Constraint | null;
}

/** What input channel `channel` under kernel cell `tap` is multiplied by in all, on both steps, for `filter`. */
function factorOf(
  values: LayerValues,
  tap: readonly number[],
  channel: number,
  filter: number,
  multiplier: number,
): number {
  const [depthwise, pointwise] = values.weights as [LayerValues['weights'][0], LayerValues['weights'][0]];
  const centre = tap.map(() => 0);
  let factor = 0;
  for (let part = 0; part < multiplier; part++) {
    const first = depthwise.data[flatIndex(depthwise.shape, [...tap, channel, part])]!;
    const between = channel * multiplier + part;
    factor += first * pointwise.data[flatIndex(pointwise.shape, [...centre, between, filter])]!;
  }
  return factor;
}

/**
 * A depthwise convolution and a convolution by single cells after it, with nothing in between: together linear in
 * the input. Axes as those of `convolution`; `depthwise_kernel` `[…spatial, in, multiplier]`, `pointwise_kernel`
 * `[1, …, in * multiplier, out]`.
 */
export function separableConvolution(axes: number, snakeName: string): LayerDefinition<SeparableConfig> {
  const { kernel_size, ...sliding } = slidingArguments(axes);

  function between(config: SeparableConfig, inputs: readonly Shape[]): number {
    return channelOf(config, inputs[0]!) * config.depth_multiplier;
  }

  return {
    snakeName,
    operation: 'conv',
    schema: object({
      name: layerName(),
      filters: wholeNumber(1),
      kernel_size,
      ...sliding,
      depth_multiplier: v.optional(wholeNumber(1), 1),
      activation: v.optional(activationSchema(), null),
      use_bias: v.optional(truth(), true),
      depthwise_initializer: initializerSchema('glorot_uniform'),
      pointwise_initializer: initializerSchema('glorot_uniform'),
      bias_initializer: initializerSchema('zeros'),
      depthwise_regularizer: regularizerSchema(),
      pointwise_regularizer: regularizerSchema(),
      bias_regularizer: regularizerSchema(),
      activity_regularizer: regularizerSchema(),
      depthwise_constraint: constraintSchema(),
      pointwise_constraint: constraintSchema(),
      bias_constraint: constraintSchema(),
    }),
    validate(config, inputs) {
      checkAxes(config, inputs);
      checkWindows(inputs, slidingWindows(config, inputs));
    },
    outputShape: (config, inputs) =>
      withChannel(config, outputSizes(slidingWindows(config, inputs)), config.filters),
    weights(config, inputs) {
      const { kernel_size: size, depth_multiplier, filters } = config;
      const depthwise = [...size, channelOf(config, inputs[0]!), depth_multiplier];
      const pointwise = [...size.map(() => 1), between(config, inputs), filters];
      const { depthwise_initializer, depthwise_regularizer, depthwise_constraint } = config;
      const { pointwise_initializer, pointwise_regularizer, pointwise_constraint } = config;
      return [
        kernelSpec(
          'depthwise_kernel',
          depthwise,
          depthwise_initializer,
          depthwise_regularizer,
          depthwise_constraint,
        ),
        kernelSpec(
          'pointwise_kernel',
          pointwise,
          pointwise_initializer,
          pointwise_regularizer,
          pointwise_constraint,
        ),
        ...biasSpecs(config, filters),
      ];
    },
    macs(config, inputs) {
      const cells = sizeOf(outputSizes(slidingWindows(config, inputs)));
      return cells * between(config, inputs) * (sizeOf(config.kernel_size) + config.filters);
    },
    activation: (config) => config.activation,
    activityRegularizer: (config) => config.activity_regularizer,
    windows: slidingWindows,
    derive(config, inputs, index, values) {
      const filter = channelOf(config, index);
      const count = channelOf(config, inputs[0]!);
      return windowSum(config, slidingWindows(config, inputs), index, { count }, (tap, channel) => ({
        factor: values ? factorOf(values, tap, channel, filter, config.depth_multiplier) : 1,
      }));
    },
  };
}
