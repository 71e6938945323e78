import * as v from 'valibot';
import { activationSchema } from '../activations.ts';
import type { Constraint } from '../constraints.ts';
import { constraintSchema } from '../constraints.ts';
import { type Initializer, initializerSchema } from '../initializers.ts';
import { type Regularizer, regularizerSchema } from '../regularizers.ts';
import { layerName } from '../schema/layer-name.ts';
import { numberWithin, orNull, type Schema, truth, wholeNumber } from '../schema/leaf.ts';
import type { BaseConfig } from './definition.ts';
import type { WeightedConfig } from './kernel-and-bias.ts';

/** The arguments that Keras's recurrent layers share. */
export interface RecurrentConfig extends BaseConfig, WeightedConfig {
  readonly units: number;
  readonly recurrent_initializer: Initializer;
  readonly recurrent_regularizer: Regularizer | null;
  readonly recurrent_constraint: Constraint | null;
  /** Share of the inputs, and of the state, that is dropped for a whole sequence. */
  readonly dropout: number;
  readonly recurrent_dropout: number;
  readonly seed: number | null;
  readonly return_sequences: boolean;
  readonly return_state: boolean;
  readonly go_backwards: boolean;
  readonly stateful: boolean;
  /** How Keras computes it; the numbers are the same. */
  readonly unroll: boolean;
}

/** Their schemas, in pieces: layers put their own arguments in between, in Keras's order. */
export const unitArguments = {
  name: layerName(),
  units: wholeNumber(1),
  activation: v.optional(activationSchema(), 'tanh'),
};

export const weightArguments = {
  use_bias: v.optional(truth(), true),
  kernel_initializer: initializerSchema('glorot_uniform'),
  recurrent_initializer: initializerSchema('orthogonal'),
  bias_initializer: initializerSchema('zeros'),
};

/** Of layers with gates, in place of the two before. */
export const gatedArguments = {
  ...unitArguments,
  recurrent_activation: v.optional(activationSchema(), 'sigmoid'),
  ...weightArguments,
};

export const dropoutArguments = {
  kernel_regularizer: regularizerSchema(),
  recurrent_regularizer: regularizerSchema(),
  bias_regularizer: regularizerSchema(),
  activity_regularizer: regularizerSchema(),
  kernel_constraint: constraintSchema(),
  recurrent_constraint: constraintSchema(),
  bias_constraint: constraintSchema(),
  dropout: v.optional(numberWithin({ least: 0, most: 1 }), 0),
  recurrent_dropout: v.optional(numberWithin({ least: 0, most: 1 }), 0),
};

export const seedArgument = { seed: v.optional(orNull(wholeNumber(0, 2 ** 32 - 1)), null) };

export const sequenceArguments = {
  return_sequences: v.optional(truth(), false),
  return_state: v.optional(truth(), false),
  go_backwards: v.optional(truth(), false),
  stateful: v.optional(truth(), false),
  unroll: v.optional(truth(), false),
};

const anything: Schema<unknown> = v.unknown();

/** What only says how Keras computes the layer, or what it does with masks, of which there are none here. */
export const IGNORED = { implementation: anything, use_cudnn: anything, zero_output_for_mask: anything };
