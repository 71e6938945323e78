import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { object, realNumber } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface ELUConfig extends BaseConfig {
  /** What large negative inputs come close to, its sign turned. */
  readonly alpha: number;
}

/** What is negative becomes `alpha * (exp(x) - 1)` (Clevert, Unterthiner and Hochreiter 2016). */
export const elu: LayerDefinition<ELUConfig> = {
  ...elementwise,
  snakeName: 'elu',
  operation: 'activation',
  schema: object({ name: layerName(), alpha: v.optional(realNumber(), 1) }),
  activation: () => 'elu',
  activationFunction:
    ({ alpha }) =>
    (x) =>
      x > 0 ? x : alpha * Math.expm1(x),
};
