import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { seedArgument } from './seed.ts';

export interface GaussianNoiseConfig extends BaseConfig {
  readonly stddev: number;
  readonly seed: number | null;
}

/** Passes its input on; in training with normal noise added. */
export const gaussianNoise: LayerDefinition<GaussianNoiseConfig> = {
  ...elementwise,
  snakeName: 'gaussian_noise',
  operation: 'identity',
  schema: object({ name: layerName(), stddev: numberWithin({ least: 0, most: 1 }), seed: seedArgument() }),
  activation: () => 'linear',
};
