import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { type ActivationName, activationSchema } from '../activations.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, oneOf, sizes, truth, wholeNumber } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, type Padding, windowTaps } from '../window.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { kernelAndBias } from './kernel-and-bias.ts';
import { checkFits, checkSpatial } from './refuse.ts';

/** Arguments of Keras's Conv layers; sizes by spatial axis. */
export interface ConvolutionConfig extends BaseConfig {
  readonly filters: number;
  readonly kernel_size: readonly number[];
  readonly strides: readonly number[];
  readonly padding: Padding;
  readonly dilation_rate: readonly number[];
  readonly activation: ActivationName;
  readonly use_bias: boolean;
  readonly kernel_initializer: Initializer;
  readonly bias_initializer: Initializer;
}

/** A tuple as Python prints it, for Keras's own words. */
function tuple(numbers: readonly number[]): string {
  return numbers.length === 1 ? `(${numbers[0]},)` : `(${numbers.join(', ')})`;
}

/** A convolution over `axes` spatial axes; input and output `[…spatial, channel]`, kernel `[…spatial, in, out]`. */
export function convolution(axes: number, snakeName: string): LayerDefinition<ConvolutionConfig> {
  function windows(config: ConvolutionConfig, inputs: readonly Shape[]): AxisWindow[] {
    return config.kernel_size.map((kernel, axis) =>
      axisWindow({
        size: inputs[0]![axis]!,
        kernel,
        stride: config.strides[axis]!,
        dilation: config.dilation_rate[axis]!,
        padding: config.padding,
      }),
    );
  }

  function outputShape(config: ConvolutionConfig, inputs: readonly Shape[]): number[] {
    return [...windows(config, inputs).map((window) => window.output), config.filters];
  }

  return {
    snakeName,
    operation: 'conv',
    schema: object({
      name: layerName(),
      filters: wholeNumber(1),
      kernel_size: sizes(axes),
      strides: v.optional(sizes(axes), 1),
      padding: v.optional(oneOf(['valid', 'same']), 'valid'),
      dilation_rate: v.optional(sizes(axes), 1),
      activation: v.optional(activationSchema(), null),
      use_bias: v.optional(truth(), true),
      kernel_initializer: initializerSchema('glorot_uniform'),
      bias_initializer: initializerSchema('zeros'),
    }),
    validate(config, inputs) {
      const { strides, dilation_rate: dilation } = config;
      if (strides.some((stride) => stride > 1) && dilation.some((rate) => rate > 1)) {
        throw new KernelscopeError({
          code: 'unsupported',
          path: 'config.strides',
          expected: '`strides > 1` not supported in conjunction with `dilation_rate > 1`',
          received: `strides=${tuple(strides)} and dilation_rate=${tuple(dilation)}`,
          reason: 'stride-and-dilation',
        });
      }
      checkSpatial(inputs[0]!, axes);
      checkFits(inputs[0]!, outputShape(config, inputs), 'config.kernel_size');
    },
    outputShape,
    weights: (config, inputs) => kernelAndBias(config, config.kernel_size, inputs[0]![axes]!, config.filters),
    macs: (config, inputs) =>
      sizeOf(outputShape(config, inputs)) * sizeOf(config.kernel_size) * inputs[0]![axes]!,
    activation: (config) => config.activation,
    windows,
    derive(config, inputs, index) {
      const filter = index[axes]!;
      const channels = inputs[0]![axes]!;
      const taps = windowTaps(windows(config, inputs), index).filter((tap) => tap.inside);
      return {
        reduction: 'sum',
        terms: taps.flatMap(({ tap, cell }) =>
          Array.from({ length: channels }, (_, channel) => ({
            input: 0,
            inputIndex: [...cell, channel],
            weight: { name: 'kernel', index: [...tap, channel, filter] },
          })),
        ),
        ...(config.use_bias ? { bias: { name: 'bias', index: [filter] } } : {}),
      };
    },
  };
}
