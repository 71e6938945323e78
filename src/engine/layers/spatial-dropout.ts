import { isChannelsFirst } from '../../model/layers/data-format.ts';
import type { SpatialDropoutConfig } from '../../model/layers/spatial-dropout.ts';
import { drop } from '../drop.ts';
import type { EngineLayer } from './layer.ts';

/** SpatialDropout1D and 2D: in training, all cells of a channel are dropped together. */
export const spatialDropout: EngineLayer<SpatialDropoutConfig> = {
  forward({ config, inputs, random }) {
    const x = inputs[0]!;
    if (!random || config.rate === 0) return { output: x };
    const channel = isChannelsFirst(config) ? 1 : x.rank - 1;
    const shape = x.shape.map((size, axis) => (axis === 0 || axis === channel ? size : 1));
    return { output: drop(x, config.rate, shape, random) };
  },
};
