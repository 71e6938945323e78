import type { PoolingConfig } from '../../model/layers/pooling.ts';
import { inChannelsLast } from '../channels-last.ts';
import { averagePool, maxPool, poolOver } from '../pool.ts';
import type { EngineLayer } from './layer.ts';

function pooling(pool: typeof maxPool): EngineLayer<PoolingConfig> {
  return {
    forward: ({ config, windows, inputs }) => ({
      output: inChannelsLast(inputs[0]!, config, (x) => poolOver(x, windows, pool)),
    }),
  };
}

/** MaxPooling1D, 2D and 3D: the windows say over how many axes. */
export const maxPooling = pooling(maxPool);

/** AveragePooling1D, 2D and 3D. */
export const averagePooling = pooling(averagePool);
