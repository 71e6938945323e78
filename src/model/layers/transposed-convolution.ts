import * as v from 'valibot';
import { KernelscopeError } from '../../base/errors.ts';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, orNull, sizes, wholeNumber } from '../schema/leaf.ts';
import { type AxisWindow, transposedWindow } from '../window.ts';
import { channelOf, spatialOf, withChannel } from './data-format.ts';
import type { LayerDefinition } from './definition.ts';
import { kernelAndBias, type WeightedConfig, weightedArguments } from './kernel-and-bias.ts';
import {
  checkAxes,
  checkStrideOrDilation,
  checkWindows,
  outputSizes,
  type SlidingConfig,
  slidingArguments,
} from './sliding.ts';
import { windowSum } from './window-sum.ts';

/** Arguments of Keras's transposed Conv layers. */
export interface TransposedConfig extends SlidingConfig, WeightedConfig {
  readonly filters: number;
  /** Cells added to each axis of the output; null where Keras chooses. */
  readonly output_padding: readonly number[] | null;
}

function checkOutputPadding({ output_padding: added, strides }: TransposedConfig): void {
  const axis = added?.findIndex((cells, place) => cells >= strides[place]!) ?? -1;
  if (axis < 0) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: 'config.output_padding',
    expected: '`output_padding` must be strictly less than `strides` for all dimensions',
    received: `\`output_padding\` ${added![axis]} and \`strides\` ${strides[axis]} at dimension ${axis}`,
    reason: 'output-padding',
  });
}

function windows(config: TransposedConfig, inputs: readonly Shape[]): AxisWindow[] {
  const { kernel_size, strides, dilation_rate, padding, output_padding } = config;
  return spatialOf(config, inputs[0]!).map((size, axis) => {
    const [kernel, stride, dilation] = [kernel_size[axis]!, strides[axis]!, dilation_rate[axis]!];
    return transposedWindow({ size, kernel, stride, dilation, padding }, output_padding?.[axis] ?? null);
  });
}

/**
 * A transposed convolution over `axes` spatial axes: each input cell lays its kernel, times its value, onto the
 * output. Axes as those of `convolution`, kernel `[…spatial, out, in]`.
 */
export function transposedConvolution(axes: number, snakeName: string): LayerDefinition<TransposedConfig> {
  const { kernel_size, strides, padding, ...sliding } = slidingArguments(axes);

  return {
    snakeName,
    operation: 'conv',
    schema: object({
      name: layerName(),
      filters: wholeNumber(1),
      kernel_size,
      strides,
      padding,
      output_padding: v.optional(orNull(sizes(axes, 0)), null),
      ...sliding,
      ...weightedArguments,
    }),
    validate(config, inputs) {
      checkOutputPadding(config);
      checkStrideOrDilation(config);
      checkAxes(config, inputs);
      checkWindows(inputs, windows(config, inputs));
    },
    outputShape: (config, inputs) =>
      withChannel(config, outputSizes(windows(config, inputs)), config.filters),
    weights(config, inputs) {
      const { kernel_size: size, filters } = config;
      return kernelAndBias(config, [...size, filters, channelOf(config, inputs[0]!)], filters);
    },
    macs: (config, inputs) => sizeOf(inputs[0]!) * sizeOf(config.kernel_size) * config.filters,
    activation: (config) => config.activation,
    activityRegularizer: (config) => config.activity_regularizer,
    windows,
    derive(config, inputs, index) {
      const filter = channelOf(config, index);
      const count = channelOf(config, inputs[0]!);
      return windowSum(config, windows(config, inputs), index, { count }, (tap, channel) => ({
        weight: { name: 'kernel', index: [...tap, filter, channel] },
      }));
    },
  };
}
