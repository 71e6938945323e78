import type { ActivationConfig } from '../../model/layers/activation.ts';
import { activated, type EngineLayer } from './layer.ts';

export const activation: EngineLayer<ActivationConfig> = {
  forward: ({ config, inputs }) => activated(inputs[0]!, config.activation),
};
