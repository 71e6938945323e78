import * as v from 'valibot';
import type { Shape } from '../../base/tensor.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object, only, realNumber, truth, wholeNumber } from '../schema/leaf.ts';
import { leavingOut } from '../schema/leaving-out.ts';
import { axisIn, checkAxis } from './axis.ts';
import type { BaseConfig, LayerDefinition, LayerValues, WeightSpec } from './definition.ts';
import { elementwise } from './elementwise.ts';

export interface BatchNormalizationConfig extends BaseConfig {
  /** Counted with the batch axis, which is 0. */
  readonly axis: number;
  readonly momentum: number;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  readonly beta_initializer: Initializer;
  readonly gamma_initializer: Initializer;
  readonly moving_mean_initializer: Initializer;
  readonly moving_variance_initializer: Initializer;
  readonly beta_regularizer: Regularizer | null;
  readonly gamma_regularizer: Regularizer | null;
  readonly beta_constraint: Constraint | null;
  readonly gamma_constraint: Constraint | null;
}

function weights(config: BatchNormalizationConfig, inputs: readonly Shape[]): WeightSpec[] {
  const length = inputs[0]![axisIn(config.axis, inputs[0]!)]!;
  const spec = { shape: [length], fanIn: length, fanOut: length };
  const learned = (name: 'gamma' | 'beta'): WeightSpec => ({
    ...spec,
    name,
    initializer: config[`${name}_initializer`],
    trainable: true,
    regularizer: config[`${name}_regularizer`],
    constraint: config[`${name}_constraint`],
  });
  return [
    ...(config.scale ? [learned('gamma')] : []),
    ...(config.center ? [learned('beta')] : []),
    { ...spec, name: 'moving_mean', initializer: config.moving_mean_initializer, trainable: false },
    { ...spec, name: 'moving_variance', initializer: config.moving_variance_initializer, trainable: false },
  ];
}

/** What the cells of one channel are multiplied by, and what is added then. */
function transformOf({ epsilon }: BatchNormalizationConfig, { weights }: LayerValues, channel: number) {
  const at = (name: string, missing: number) =>
    weights.find((weight) => weight.name === name)?.data[channel] ?? missing;
  const factor = at('gamma', 1) / Math.sqrt(at('moving_variance', 1) + epsilon);
  return { factor, constant: at('beta', 0) - at('moving_mean', 0) * factor };
}

/**
 * `gamma * (x - mean) / sqrt(variance + epsilon) + beta` (Ioffe and Szegedy 2015), by channel: with the moving
 * statistics, in training with those of the batch.
 */
export const batchNormalization: LayerDefinition<BatchNormalizationConfig> = {
  ...elementwise,
  snakeName: 'batch_normalization',
  operation: 'normalization',
  schema: leavingOut(
    {
      renorm: only(false),
      renorm_clipping: v.null(),
      renorm_momentum: realNumber(),
      synchronized: only(false),
    },
    object({
      name: layerName(),
      axis: v.optional(wholeNumber(Number.MIN_SAFE_INTEGER), -1),
      momentum: v.optional(realNumber(), 0.99),
      epsilon: v.optional(numberWithin({ least: 0 }), 1e-3),
      center: v.optional(truth(), true),
      scale: v.optional(truth(), true),
      beta_initializer: initializerSchema('zeros'),
      gamma_initializer: initializerSchema('ones'),
      moving_mean_initializer: initializerSchema('zeros'),
      moving_variance_initializer: initializerSchema('ones'),
      beta_regularizer: regularizerSchema(),
      gamma_regularizer: regularizerSchema(),
      beta_constraint: constraintSchema(),
      gamma_constraint: constraintSchema(),
    }),
  ),
  validate: ({ axis }, inputs) => checkAxis(axis, inputs[0]!),
  weights,
  activation: () => 'linear',
  derive(config, inputs, index, values) {
    const channel = index[axisIn(config.axis, inputs[0]!)]!;
    const { factor, constant } = values ? transformOf(config, values, channel) : { factor: 1, constant: 0 };
    return { reduction: 'sum', terms: [{ input: 0, inputIndex: index, factor }], constant };
  },
};
