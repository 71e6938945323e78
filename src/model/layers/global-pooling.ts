import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, truth } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, windowTaps } from '../window.ts';
import {
  channelOf,
  type DataFormat,
  dataFormatArgument,
  isChannelsFirst,
  spatialOf,
  withChannel,
} from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { checkSpatial } from './refuse.ts';

export interface GlobalPoolingConfig extends BaseConfig {
  readonly data_format: DataFormat;
  /** Keep the spatial axes, with size 1. */
  readonly keepdims: boolean;
}

/** Pooling whose window is the whole map; output `[channel]`, or `[1, …, channel]` with `keepdims`. */
export function globalPooling(
  axes: number,
  type: 'max' | 'average',
  snakeName: string,
): LayerDefinition<GlobalPoolingConfig> {
  const whole = new Array<number>(axes).fill(0);

  function windows(config: GlobalPoolingConfig, inputs: readonly Shape[]): AxisWindow[] {
    return spatialOf(config, inputs[0]!).map((size) =>
      axisWindow({ size, kernel: size, stride: 1, dilation: 1, padding: 'valid' }),
    );
  }

  return {
    snakeName,
    operation: type === 'max' ? 'max_pool' : 'average_pool',
    schema: object({
      name: layerName(),
      data_format: dataFormatArgument(),
      keepdims: v.optional(truth(), false),
    }),
    validate: (config, inputs) => checkSpatial(inputs[0]!, axes, isChannelsFirst(config)),
    outputShape(config, inputs) {
      const channels = channelOf(config, inputs[0]!);
      const ones = new Array<number>(axes).fill(1);
      return config.keepdims ? withChannel(config, ones, channels) : [channels];
    },
    weights: () => [],
    macs: () => 0,
    activation: () => 'linear',
    windows,
    derive(config, inputs, index) {
      const channel = config.keepdims ? channelOf(config, index) : index[0]!;
      return {
        reduction: type === 'max' ? 'max' : 'mean',
        terms: windowTaps(windows(config, inputs), whole).map(({ cell }) => ({
          input: 0,
          inputIndex: withChannel(config, cell, channel),
        })),
      };
    },
  };
}
