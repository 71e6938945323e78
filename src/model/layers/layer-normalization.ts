import * as v from 'valibot';
import { flatIndex, indexAt, type Shape, sizeOf } from '../../base/tensor.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, object, truth } from '../schema/leaf.ts';
import { type Axes, axesArgument, axesIn, axesOf } from './axes.ts';
import { axisIn, checkAxis } from './axis.ts';
import type { BaseConfig, LayerDefinition, LayerValues, WeightSpec } from './definition.ts';
import { elementwise } from './elementwise.ts';
import { fansOf } from './fans.ts';

export interface LayerNormalizationConfig extends BaseConfig {
  /** Counted with the batch axis, which is 0; ascending, and one alone not in a list, as Keras has them in the end. */
  readonly axis: Axes;
  readonly epsilon: number;
  readonly center: boolean;
  readonly scale: boolean;
  /** Keras's old way to divide by the deviation without taking the mean off. */
  readonly rms_scaling: boolean;
  readonly beta_initializer: Initializer;
  readonly gamma_initializer: Initializer;
  readonly beta_regularizer: Regularizer | null;
  readonly gamma_regularizer: Regularizer | null;
  readonly beta_constraint: Constraint | null;
  readonly gamma_constraint: Constraint | null;
}

/** Axes of the input that are normalized together, without the batch axis, ascending. */
export function normalizedAxes(config: LayerNormalizationConfig, input: Shape): number[] {
  return axesIn(config.axis, input);
}

function weights(config: LayerNormalizationConfig, inputs: readonly Shape[]): WeightSpec[] {
  const shape = axesOf(config.axis).map((axis) => inputs[0]![axisIn(axis, inputs[0]!)]!);
  const learned = (name: 'gamma' | 'beta'): WeightSpec => ({
    name,
    shape,
    initializer: config[`${name}_initializer`],
    ...fansOf(shape),
    trainable: true,
    regularizer: config[`${name}_regularizer`],
    constraint: config[`${name}_constraint`],
  });
  return [
    ...(config.scale || config.rms_scaling ? [learned('gamma')] : []),
    ...(config.center && !config.rms_scaling ? [learned('beta')] : []),
  ];
}

/** Mean and variance of the cells that are normalized together with the one at `index`. */
function momentsOf(axes: readonly number[], { inputs }: LayerValues, index: readonly number[]) {
  const { shape, data } = inputs[0]!;
  const sizes = axes.map((axis) => shape[axis]!);
  const cells = Array.from({ length: sizeOf(sizes) }, (_, flat) => {
    const place = [...index];
    indexAt(sizes, flat).forEach((at, position) => {
      place[axes[position]!] = at;
    });
    return data[flatIndex(shape, place)]!;
  });
  const mean = cells.reduce((sum, value) => sum + value, 0) / cells.length;
  const variance = cells.reduce((sum, value) => sum + (value - mean) ** 2, 0) / cells.length;
  return { mean, variance };
}

function transformOf(config: LayerNormalizationConfig, values: LayerValues, index: readonly number[]) {
  const { shape } = values.inputs[0]!;
  const axes = normalizedAxes(config, shape);
  const { mean, variance } = momentsOf(axes, values, index);
  // Keras lays the weight's numbers out along the axes as they are in the input.
  const flat = flatIndex(
    axes.map((axis) => shape[axis]!),
    axes.map((axis) => index[axis]!),
  );
  const at = (name: string, missing: number) =>
    values.weights.find((weight) => weight.name === name)?.data[flat] ?? missing;
  const factor = at('gamma', 1) / Math.sqrt(variance + config.epsilon);
  return { factor, constant: at('beta', 0) - (config.rms_scaling ? 0 : mean * factor) };
}

/** `gamma * (x - mean) / sqrt(variance + epsilon) + beta` within each sample (Ba et al. 2016). */
export const layerNormalization: LayerDefinition<LayerNormalizationConfig> = {
  ...elementwise,
  snakeName: 'layer_normalization',
  operation: 'normalization',
  schema: object({
    name: layerName(),
    axis: v.optional(axesArgument(), -1),
    epsilon: v.optional(numberWithin({ least: 0 }), 1e-3),
    center: v.optional(truth(), true),
    scale: v.optional(truth(), true),
    beta_initializer: initializerSchema('zeros'),
    gamma_initializer: initializerSchema('ones'),
    beta_regularizer: regularizerSchema(),
    gamma_regularizer: regularizerSchema(),
    beta_constraint: constraintSchema(),
    gamma_constraint: constraintSchema(),
    rms_scaling: v.optional(truth(), false),
  }),
  validate(config, inputs) {
    for (const axis of axesOf(config.axis)) checkAxis(axis, inputs[0]!);
  },
  weights,
  activation: () => 'linear',
  seesAll: (config, inputs) => normalizedAxes(config, inputs[0]!).length === inputs[0]!.length,
  derive(config, _, index, values) {
    const { factor, constant } = values ? transformOf(config, values, index) : { factor: 1, constant: 0 };
    return { reduction: 'sum', terms: [{ input: 0, inputIndex: index, factor }], constant };
  },
};
