import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, truth } from '../schema/leaf.ts';
import { type AxisWindow, axisWindow, windowTaps } from '../window.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { checkSpatial } from './refuse.ts';

export interface GlobalPoolingConfig extends BaseConfig {
  /** Keep the spatial axes, with size 1. */
  readonly keepdims: boolean;
}

/** Pooling whose window is the whole map; output `[channel]`, or `[1, …, channel]` with `keepdims`. */
export function globalPooling(
  axes: number,
  type: 'max' | 'average',
  snakeName: string,
): LayerDefinition<GlobalPoolingConfig> {
  function windows(inputs: readonly Shape[]): AxisWindow[] {
    return inputs[0]!
      .slice(0, axes)
      .map((size) => axisWindow({ size, kernel: size, stride: 1, dilation: 1, padding: 'valid' }));
  }

  return {
    snakeName,
    operation: type === 'max' ? 'max_pool' : 'average_pool',
    schema: object({ name: layerName(), keepdims: v.optional(truth(), false) }),
    validate: (_, inputs) => checkSpatial(inputs[0]!, axes),
    outputShape(config, inputs) {
      const channels = inputs[0]![axes]!;
      return config.keepdims ? [...new Array<number>(axes).fill(1), channels] : [channels];
    },
    weights: () => [],
    macs: () => 0,
    activation: () => 'linear',
    windows: (_, inputs) => windows(inputs),
    derive(_, inputs, index) {
      const whole = new Array<number>(axes).fill(0);
      return {
        reduction: type === 'max' ? 'max' : 'mean',
        terms: windowTaps(windows(inputs), whole).map(({ cell }) => ({
          input: 0,
          inputIndex: [...cell, index.at(-1)!],
        })),
      };
    },
  };
}
