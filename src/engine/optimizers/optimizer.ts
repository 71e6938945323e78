import type * as tf from '@tensorflow/tfjs-core';
import type { OptimizerConfig } from '../../model/optimizers.ts';

/** What one step makes of one weight and of its slots. */
export interface Update {
  readonly weight: tf.Tensor;
  readonly slots: readonly tf.Tensor[];
}

/**
 * An optimizer as a pure function, so that a step can be checked before it is taken. Slots (momentum, moments)
 * have their weight's shape.
 */
export interface Optimizer {
  /** Names of the slots a weight needs. */
  readonly slots: readonly string[];
  /** What slots start from; 0 where it is left out. */
  readonly start?: number;
  /** What the step does beside it: decay of the weights, limits of the gradients. */
  readonly limits?: Pick<
    OptimizerConfig['config'],
    'weight_decay' | 'clipnorm' | 'clipvalue' | 'global_clipnorm'
  >;
  /** The step number `iteration` (from 1), at the learning rate `rate`, for one weight. Called inside `tf.tidy`. */
  update(
    weight: tf.Tensor,
    gradient: tf.Tensor,
    slots: readonly tf.Tensor[],
    iteration: number,
    rate: number,
  ): Update;
}

/** An optimizer's arguments, complete: Keras's names. Its learning rate comes with every step. */
export type OptimizerArguments = Readonly<Record<string, unknown>>;

/** A number of the complete arguments. */
export function numberOf(config: OptimizerArguments, name: string): number {
  const value = config[name];
  if (typeof value !== 'number') throw new TypeError(`optimizer argument ${name} is not a number`);
  return value;
}
