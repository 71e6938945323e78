import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import { type DataFormat, dataFormatArgument, isChannelsFirst } from './data-format.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { dropRate } from './dropout.ts';
import { elementwise } from './elementwise.ts';
import { checkSpatial } from './refuse.ts';
import { seedArgument } from './seed.ts';

export interface SpatialDropoutConfig extends BaseConfig {
  readonly rate: number;
  readonly data_format?: DataFormat | undefined;
  readonly seed: number | null;
}

/** Dropout of whole channels (Tompson et al. 2015). */
export function spatialDropout(axes: number, snakeName: string): LayerDefinition<SpatialDropoutConfig> {
  const name = layerName();
  const rate = dropRate();
  const seed = seedArgument();
  return {
    ...elementwise,
    snakeName,
    operation: 'identity',
    // In Keras SpatialDropout1D has no data format.
    schema:
      axes === 1
        ? object({ name, rate, seed })
        : object({ name, rate, data_format: dataFormatArgument(), seed }),
    validate: (config, inputs) => checkSpatial(inputs[0]!, axes, isChannelsFirst(config)),
    activation: () => 'linear',
  };
}
