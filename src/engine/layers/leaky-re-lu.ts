import type { LeakyReLUConfig } from '../../model/layers/leaky-re-lu.ts';
import { leakyRelu } from '../activations.ts';
import type { EngineLayer } from './layer.ts';

export const leakyReLU: EngineLayer<LeakyReLUConfig> = {
  forward: ({ config, inputs }) => ({
    pre: inputs[0]!,
    output: leakyRelu(inputs[0]!, config.negative_slope),
  }),
};
