import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object, orNull } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface ReLUConfig extends BaseConfig {
  readonly max_value: number | null;
  readonly negative_slope: number;
  readonly threshold: number;
}

/** Keras's ReLU: `min(x, max_value)` above `threshold`, else `negative_slope * (x - threshold)`. */
export const reLU: LayerDefinition<ReLUConfig> = {
  ...elementwise,
  snakeName: 're_lu',
  operation: 'activation',
  schema: object({
    name: layerName(),
    max_value: v.optional(orNull(numberWithin({ least: 0 })), null),
    negative_slope: v.optional(numberWithin({ least: 0 }), 0),
    threshold: v.optional(numberWithin({ least: 0 }), 0),
  }),
  activation: () => 'relu',
  activationFunction:
    ({ max_value, negative_slope, threshold }) =>
    (x) =>
      x > threshold ? Math.min(x, max_value ?? Infinity) : negative_slope * (x - threshold),
};
