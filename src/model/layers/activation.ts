import { type ActivationName, activationSchema, scalarActivation } from '../activations.ts';
import { layerName } from '../schema/layer-name.ts';
import { object } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface ActivationConfig extends BaseConfig {
  readonly activation: ActivationName;
}

export const activation: LayerDefinition<ActivationConfig> = {
  ...elementwise,
  snakeName: 'activation',
  operation: 'activation',
  schema: object({ name: layerName(), activation: activationSchema() }),
  activation: (config) => config.activation,
  // A softmax over a list of units mixes all of them; over channels it stays in its place.
  seesAll: (config, inputs) => inputs[0]!.length === 1 && scalarActivation(config.activation) === undefined,
};
