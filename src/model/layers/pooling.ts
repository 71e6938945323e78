import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, oneOf, orNull, sizes } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, type Padding, windowTaps } from '../window.ts';
import {
  channelOf,
  type DataFormat,
  dataFormatArgument,
  isChannelsFirst,
  spatialOf,
  withChannel,
} from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { checkFits, checkSpatial } from './refuse.ts';

/** Arguments of Keras's pooling layers; sizes by spatial axis. */
export interface PoolingConfig extends BaseConfig {
  readonly pool_size: readonly number[];
  /** Keras's default is the pool size itself. */
  readonly strides: readonly number[];
  readonly padding: Padding;
  readonly data_format: DataFormat;
}

/** Pooling over `axes` spatial axes, each channel for itself. An average is over the real cells, without padding. */
export function pooling(
  axes: number,
  type: 'max' | 'average',
  snakeName: string,
): LayerDefinition<PoolingConfig> {
  function windows(config: PoolingConfig, inputs: readonly Shape[]): AxisWindow[] {
    return spatialOf(config, inputs[0]!).map((size, axis) =>
      axisWindow({
        size,
        kernel: config.pool_size[axis]!,
        stride: config.strides[axis]!,
        dilation: 1,
        padding: config.padding,
      }),
    );
  }

  function outputSizes(config: PoolingConfig, inputs: readonly Shape[]): number[] {
    return windows(config, inputs).map((window) => window.output);
  }

  return {
    snakeName,
    operation: type === 'max' ? 'max_pool' : 'average_pool',
    schema: v.pipe(
      object({
        name: layerName(),
        pool_size: v.optional(sizes(axes), 2),
        strides: v.optional(orNull(sizes(axes)), null),
        padding: v.optional(oneOf(['valid', 'same']), 'valid'),
        data_format: dataFormatArgument(),
      }),
      v.transform((config) => ({ ...config, strides: config.strides ?? config.pool_size })),
    ),
    validate(config, inputs) {
      checkSpatial(inputs[0]!, axes, isChannelsFirst(config));
      checkFits(inputs[0]!, outputSizes(config, inputs), 'config.pool_size');
    },
    outputShape: (config, inputs) =>
      withChannel(config, outputSizes(config, inputs), channelOf(config, inputs[0]!)),
    weights: () => [],
    macs: () => 0,
    activation: () => 'linear',
    windows,
    derive(config, inputs, index) {
      const taps = windowTaps(windows(config, inputs), spatialOf(config, index));
      const channel = channelOf(config, index);
      return {
        reduction: type === 'max' ? 'max' : 'mean',
        terms: taps
          .filter((tap) => tap.inside)
          .map(({ cell }) => ({ input: 0, inputIndex: withChannel(config, cell, channel) })),
      };
    },
  };
}
