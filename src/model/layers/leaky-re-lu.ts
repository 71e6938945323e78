import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface LeakyReLUConfig extends BaseConfig {
  readonly negative_slope: number;
}

/** What is negative only times a slope (Maas, Hannun and Ng 2013). */
export const leakyReLU: LayerDefinition<LeakyReLUConfig> = {
  ...elementwise,
  snakeName: 'leaky_re_lu',
  operation: 'activation',
  schema: object({ name: layerName(), negative_slope: v.optional(numberWithin({ least: 0 }), 0.3) }),
  activation: () => 'leaky_relu',
  activationFunction:
    ({ negative_slope }) =>
    (x) =>
      x >= 0 ? x : negative_slope * x,
};
