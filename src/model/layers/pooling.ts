import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, oneOf, orNull, sizes } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, type Padding, windowTaps } from '../window.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { checkFits, checkSpatial } from './refuse.ts';

/** Arguments of Keras's pooling layers; sizes by spatial axis. */
export interface PoolingConfig extends BaseConfig {
  readonly pool_size: readonly number[];
  /** Keras's default is the pool size itself. */
  readonly strides: readonly number[];
  readonly padding: Padding;
}

/** Pooling over `axes` spatial axes, each channel for itself. An average is over the real cells, without padding. */
export function pooling(
  axes: number,
  type: 'max' | 'average',
  snakeName: string,
): LayerDefinition<PoolingConfig> {
  function windows(config: PoolingConfig, inputs: readonly Shape[]): AxisWindow[] {
    return config.pool_size.map((kernel, axis) =>
      axisWindow({
        size: inputs[0]![axis]!,
        kernel,
        stride: config.strides[axis]!,
        dilation: 1,
        padding: config.padding,
      }),
    );
  }

  function outputShape(config: PoolingConfig, inputs: readonly Shape[]): number[] {
    return [...windows(config, inputs).map((window) => window.output), inputs[0]![axes]!];
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
      }),
      v.transform((config) => ({ ...config, strides: config.strides ?? config.pool_size })),
    ),
    validate(config, inputs) {
      checkSpatial(inputs[0]!, axes);
      checkFits(inputs[0]!, outputShape(config, inputs), 'config.pool_size');
    },
    outputShape,
    weights: () => [],
    macs: () => 0,
    activation: () => 'linear',
    windows,
    derive(config, inputs, index) {
      const taps = windowTaps(windows(config, inputs), index).filter((tap) => tap.inside);
      return {
        reduction: type === 'max' ? 'max' : 'mean',
        terms: taps.map(({ cell }) => ({ input: 0, inputIndex: [...cell, index[axes]!] })),
      };
    },
  };
}
