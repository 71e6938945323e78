import * as v from 'valibot';
import { type ActivationName, activationSchema } from '../activations.ts';
import { type Constraint, constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { truth } from '../schema/leaf.ts';
import type { WeightSpec } from './definition.ts';

/** The arguments that every Keras layer with a kernel and a bias has. */
export interface WeightedConfig {
  readonly activation: ActivationName;
  readonly use_bias: boolean;
  readonly kernel_initializer: Initializer;
  readonly bias_initializer: Initializer;
  readonly kernel_regularizer: Regularizer | null;
  readonly bias_regularizer: Regularizer | null;
  readonly activity_regularizer: Regularizer | null;
  readonly kernel_constraint: Constraint | null;
  readonly bias_constraint: Constraint | null;
}

/** Their schemas, in Keras's order, for a layer's own. */
export const weightedArguments = {
  activation: v.optional(activationSchema(), null),
  use_bias: v.optional(truth(), true),
  kernel_initializer: initializerSchema('glorot_uniform'),
  bias_initializer: initializerSchema('zeros'),
  kernel_regularizer: regularizerSchema(),
  bias_regularizer: regularizerSchema(),
  activity_regularizer: regularizerSchema(),
  kernel_constraint: constraintSchema(),
  bias_constraint: constraintSchema(),
};

type BiasConfig = Pick<
  WeightedConfig,
  'use_bias' | 'bias_initializer' | 'bias_regularizer' | 'bias_constraint'
>;

/** Keras's `bias` `[out]`, where the layer has one. */
export function biasSpecs(config: BiasConfig, outputs: number): WeightSpec[] {
  if (!config.use_bias) return [];
  // Keras takes the length of a weight with one axis for both of its fans.
  const bias = {
    name: 'bias',
    shape: [outputs],
    initializer: config.bias_initializer,
    fanIn: outputs,
    fanOut: outputs,
    trainable: true,
    regularizer: config.bias_regularizer,
    constraint: config.bias_constraint,
  };
  return [bias];
}

/** A kernel `[…size, in, out]`, with the fans that Keras reads off its last two axes, whatever they stand for. */
export function kernelSpec(
  name: string,
  shape: readonly number[],
  initializer: Initializer,
  regularizer: Regularizer | null,
  constraint: Constraint | null,
): WeightSpec {
  const area = shape.slice(0, -2).reduce((product, length) => product * length, 1);
  const fanIn = area * shape.at(-2)!;
  const fanOut = area * shape.at(-1)!;
  return { name, shape, initializer, fanIn, fanOut, trainable: true, regularizer, constraint };
}

/** Keras's `kernel` `[…size, in, out]` and, where the layer has one, `bias` `[outputs]`. */
export function kernelAndBias(
  config: WeightedConfig,
  shape: readonly number[],
  outputs: number,
): WeightSpec[] {
  const { kernel_initializer, kernel_regularizer, kernel_constraint } = config;
  const kernel = kernelSpec('kernel', shape, kernel_initializer, kernel_regularizer, kernel_constraint);
  return [kernel, ...biasSpecs(config, outputs)];
}
