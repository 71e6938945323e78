import * as v from 'valibot';
import { type Shape, sizeOf } from '../../base/tensor.ts';
import { type ActivationName, activationSchema } from '../activations.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { layerName } from '../schema/layer-name.ts';
import { object, truth, wholeNumber } from '../schema/leaf.ts';
import type { BaseConfig, LayerDefinition } from './definition.ts';
import { kernelAndBias } from './kernel-and-bias.ts';

export interface DenseConfig extends BaseConfig {
  readonly units: number;
  readonly activation: ActivationName;
  readonly use_bias: boolean;
  readonly kernel_initializer: Initializer;
  readonly bias_initializer: Initializer;
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
    activation: v.optional(activationSchema(), null),
    use_bias: v.optional(truth(), true),
    kernel_initializer: initializerSchema('glorot_uniform'),
    bias_initializer: initializerSchema('zeros'),
  }),
  validate: () => {},
  outputShape,
  weights: (config, inputs) => kernelAndBias(config, [], inputs[0]!.at(-1)!, config.units),
  macs: (config, inputs) => sizeOf(outputShape(config, inputs)) * inputs[0]!.at(-1)!,
  activation: (config) => config.activation,
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
