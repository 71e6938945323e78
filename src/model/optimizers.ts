import * as v from 'valibot';
import { type LearningRate, learningRateSchema } from './schedules.ts';
import { numberWithin, object, type Schema, truth } from './schema/leaf.ts';
import { named } from './schema/named.ts';

export const OPTIMIZER_NAMES = ['Adam', 'RMSprop', 'SGD'] as const;

type OptimizerName = (typeof OPTIMIZER_NAMES)[number];

export interface OptimizerConfig {
  readonly class_name: OptimizerName;
  readonly config: Readonly<Record<string, number | boolean | LearningRate>> & {
    readonly learning_rate: LearningRate;
  };
}

function rate(fallback: number) {
  return v.optional(learningRateSchema, fallback);
}

function decay(fallback: number) {
  return v.optional(numberWithin({ least: 0, below: 1 }), fallback);
}

function flag() {
  return v.optional(truth(), false);
}

const momentum = v.optional(numberWithin({ least: 0, most: 1 }), 0);
const epsilon = v.optional(numberWithin({ above: 0 }), 1e-7);

/** Arguments and defaults of Keras 3. */
const CONFIGS: Record<OptimizerName, Schema<OptimizerConfig['config']>> = {
  SGD: object({ learning_rate: rate(0.01), momentum, nesterov: flag() }),
  RMSprop: object({
    learning_rate: rate(0.001),
    rho: decay(0.9),
    momentum,
    epsilon,
    centered: flag(),
  }),
  Adam: object({
    learning_rate: rate(0.001),
    beta_1: decay(0.9),
    beta_2: decay(0.999),
    epsilon,
    amsgrad: flag(),
  }),
};

/** An optimizer in any spelling of Keras, to its class name and complete config. */
export const optimizerSchema: Schema<OptimizerConfig> = named('an optimizer', CONFIGS);
