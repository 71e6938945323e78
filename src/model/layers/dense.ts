import { type Shape, sizeOf } from '../../base/tensor.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, wholeNumber } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { kernelAndBias, type WeightedConfig, weightedArguments } from './kernel-and-bias.ts';

export interface DenseConfig extends BaseConfig, WeightedConfig {
  readonly units: number;
}

function outputShape(config: DenseConfig, inputs: readonly Shape[]): number[] {
  return [...inputs[0]!.slice(0, -1), config.units];
}

/** Applies to the last axis, whatever axes come before it; kernel `[in, out]`. */
export const dense: LayerDefinition<DenseConfig> = {
  snakeName: 'dense',
  operation: 'dense',
  schema: object({
    name: layerName(),
    units: wholeNumber(1),
    ...weightedArguments,
  }),
  validate: () => {},
  outputShape,
  weights: (config, inputs) => kernelAndBias(config, [inputs[0]!.at(-1)!, config.units], config.units),
  macs: (config, inputs) => sizeOf(outputShape(config, inputs)) * inputs[0]!.at(-1)!,
  activation: (config) => config.activation,
  activityRegularizer: (config) => config.activity_regularizer,
  seesAll: (_, inputs) => inputs[0]!.length === 1,
  derive(config, inputs, index) {
    const unit = index.at(-1)!;
    const place = index.slice(0, -1);
    return {
      reduction: 'sum',
      terms: Array.from({ length: inputs[0]!.at(-1)! }, (_, channel) => ({
        input: 0,
        inputIndex: [...place, channel],
        weight: { name: 'kernel', index: [channel, unit] },
      })),
      ...(config.use_bias ? { bias: { name: 'bias', index: [unit] } } : {}),
    };
  },
};
