import * as v from 'valibot';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object, orNull, wholeNumber } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface DropoutConfig extends BaseConfig {
  readonly rate: number;
  /** Absent in most models: the masks then follow from the document's seed. */
  readonly seed: number | null;
}

/** Passes its input on, except in training. */
export const dropout: LayerDefinition<DropoutConfig> = {
  ...elementwise,
  snakeName: 'dropout',
  operation: 'identity',
  schema: object({
    name: layerName(),
    rate: numberWithin({ least: 0, most: 1 }),
    seed: v.optional(orNull(wholeNumber(0, 2 ** 32 - 1)), null),
  }),
  activation: () => 'linear',
};
