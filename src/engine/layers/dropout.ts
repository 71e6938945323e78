import type { DropoutConfig } from '../../model/layers/dropout.ts';
import { drop } from '../drop.ts';
import type { EngineLayer } from './layer.ts';

/** In training, each cell is dropped for itself, or with those that `noise_shape` puts together. */
export const dropout: EngineLayer<DropoutConfig> = {
  forward({ config: { rate, noise_shape }, inputs, random }) {
    const x = inputs[0]!;
    if (!random || rate === 0) return { output: x };
    const shape = noise_shape?.map((size, axis) => size ?? x.shape[axis]!) ?? x.shape;
    return { output: drop(x, rate, shape, random) };
  },
};
