import * as v from 'valibot';
import { numberWithin, object, orNull, type Schema, text, truth, wholeNumber } from './schema/leaf.ts';
import { namedObject, spellings } from './schema/named.ts';

/** Keras's ExponentialDecay, complete. */
interface ExponentialDecayConfig {
  readonly initial_learning_rate: number;
  readonly decay_steps: number;
  readonly decay_rate: number;
  readonly staircase: boolean;
}

/** Keras's CosineDecay, complete. */
interface CosineDecayConfig {
  readonly initial_learning_rate: number;
  readonly decay_steps: number;
  readonly alpha: number;
  readonly warmup_target: number | null;
  readonly warmup_steps: number;
}

type ScheduleConfig =
  | { readonly class_name: 'ExponentialDecay'; readonly config: ExponentialDecayConfig }
  | { readonly class_name: 'CosineDecay'; readonly config: CosineDecayConfig };

export type ScheduleName = ScheduleConfig['class_name'];

/** What an optimizer learns with: one number, or one that follows from the step. */
export type LearningRate = number | ScheduleConfig;

export const SCHEDULE_NAMES = ['ExponentialDecay', 'CosineDecay'] as const satisfies readonly ScheduleName[];

const rate = numberWithin({ least: 0 });
const steps = wholeNumber(1);
/** Names an operation of Keras's graph, and means nothing here. */
const name = v.optional(v.nullish(text(64)));

const CONFIGS: Record<ScheduleName, Schema<ScheduleConfig['config']>> = {
  ExponentialDecay: v.pipe(
    object({
      initial_learning_rate: rate,
      decay_steps: steps,
      decay_rate: rate,
      staircase: v.optional(truth(), false),
      name,
    }),
    v.transform(({ name: _, ...config }) => config),
  ),
  CosineDecay: v.pipe(
    object({
      initial_learning_rate: rate,
      decay_steps: steps,
      alpha: v.optional(numberWithin({ least: 0, most: 1 }), 0),
      name,
      warmup_target: v.optional(orNull(rate), null),
      warmup_steps: v.optional(wholeNumber(0), 0),
    }),
    v.transform(({ name: _, ...config }) => config),
  ),
};

const scheduleSchema = namedObject(
  'a schedule',
  CONFIGS,
  spellings(SCHEDULE_NAMES),
) as Schema<ScheduleConfig>;

/** An optimizer's `learning_rate`: a number of at least 0, or a schedule, complete. */
export const learningRateSchema: Schema<LearningRate> = v.lazy(
  (value): Schema<LearningRate> => (typeof value === 'object' && value !== null ? scheduleSchema : rate),
);

/** initial * decay_rate ^ (step / decay_steps), the exponent rounded down in a staircase. */
function exponentialDecay(config: ExponentialDecayConfig, step: number): number {
  const exponent = step / config.decay_steps;
  return (
    config.initial_learning_rate * config.decay_rate ** (config.staircase ? Math.floor(exponent) : exponent)
  );
}

/** Half a cosine from `from` down to `alpha` times it, after a straight way up to `warmup_target` where there is one. */
function cosineDecay(config: CosineDecayConfig, step: number): number {
  const { initial_learning_rate: initial, warmup_target: target, warmup_steps: warmup } = config;
  if (target !== null && step < warmup) return initial + ((target - initial) * step) / warmup;
  const from = target ?? initial;
  const done = Math.min(target === null ? step : step - warmup, config.decay_steps) / config.decay_steps;
  const decayed = (1 - config.alpha) * 0.5 * (1 + Math.cos(Math.PI * done)) + config.alpha;
  return from * decayed;
}

/**
 * The rate for a batch. `step` counts the batches trained before it, as Keras's `optimizer.iterations` does.
 * Formulas: https://keras.io/api/optimizers/learning_rate_schedules/
 */
export function learningRateAt(rate: LearningRate, step: number): number {
  if (typeof rate === 'number') return rate;
  return rate.class_name === 'ExponentialDecay'
    ? exponentialDecay(rate.config, step)
    : cosineDecay(rate.config, step);
}
