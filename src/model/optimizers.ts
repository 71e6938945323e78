import * as v from 'valibot';
import { KernelscopeError } from '../base/errors.ts';
import { type LearningRate, learningRateSchema } from './schedules.ts';
import { numberWithin, object, orNull, type Schema, truth } from './schema/leaf.ts';
import { named } from './schema/named.ts';

export const OPTIMIZER_NAMES = [
  'Adam',
  'RMSprop',
  'SGD',
  'AdamW',
  'Nadam',
  'Adamax',
  'Adagrad',
  'Adadelta',
] as const;

type OptimizerName = (typeof OPTIMIZER_NAMES)[number];

/** What every optimizer of Keras takes beside its own arguments; null for not at all. */
interface CommonArguments {
  /** Share of each weight, times the learning rate, that every step takes off it. */
  readonly weight_decay: number | null;
  /** Largest norm of each weight's gradient, largest size of each of its numbers, largest norm of all together. */
  readonly clipnorm: number | null;
  readonly clipvalue: number | null;
  readonly global_clipnorm: number | null;
}

export interface OptimizerConfig {
  readonly class_name: OptimizerName;
  readonly config: Readonly<Record<string, number | boolean | null | LearningRate>> &
    CommonArguments & { readonly learning_rate: LearningRate };
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

function common(decay: number | null = null) {
  const above = v.optional(orNull(numberWithin({ above: 0 })), null);
  return {
    weight_decay: v.optional(orNull(numberWithin({ least: 0 })), decay),
    clipnorm: above,
    clipvalue: above,
    global_clipnorm: above,
  };
}

const momentum = v.optional(numberWithin({ least: 0, most: 1 }), 0);
const epsilon = v.optional(numberWithin({ above: 0 }), 1e-7);

const moments = {
  learning_rate: rate(0.001),
  beta_1: decay(0.9),
  beta_2: decay(0.999),
  epsilon,
};

/** Arguments and defaults of Keras 3. */
const CONFIGS: Record<OptimizerName, Schema<OptimizerConfig['config']>> = {
  SGD: object({ learning_rate: rate(0.01), momentum, nesterov: flag(), ...common() }),
  RMSprop: object({
    learning_rate: rate(0.001),
    rho: decay(0.9),
    momentum,
    epsilon,
    centered: flag(),
    ...common(),
  }),
  Adam: object({
    ...moments,
    amsgrad: flag(),
    ...common(),
  }),
  AdamW: object({ ...moments, amsgrad: flag(), ...common(0.004) }),
  Nadam: object({ ...moments, ...common() }),
  Adamax: object({ ...moments, ...common() }),
  Adagrad: object({
    learning_rate: rate(0.001),
    initial_accumulator_value: v.optional(numberWithin({ least: 0 }), 0.1),
    epsilon,
    ...common(),
  }),
  Adadelta: object({ learning_rate: rate(0.001), rho: decay(0.95), epsilon, ...common() }),
};

/** An optimizer in any spelling of Keras, to its class name and complete config. */
export const optimizerSchema: Schema<OptimizerConfig> = named('an optimizer', CONFIGS);

/** Refuses two ways of clipping at once, as Keras does. */
export function refuseTwoClips({ config }: OptimizerConfig): void {
  const given = (['clipnorm', 'clipvalue', 'global_clipnorm'] as const).filter(
    (name) => config[name] !== null,
  );
  if (given.length <= 1) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: `compile.optimizer.config.${given[1]}`,
    expected: 'only one of `clipnorm`, `clipvalue` and `global_clipnorm`',
    received: given.join(' and '),
  });
}
