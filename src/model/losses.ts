import * as v from 'valibot';
import { numberWithin, object, oneOf, only, type Schema, text, truth } from './schema/leaf.ts';
import { named } from './schema/named.ts';

export const LOSS_NAMES = [
  'CategoricalCrossentropy',
  'SparseCategoricalCrossentropy',
  'BinaryCrossentropy',
  'MeanSquaredError',
] as const;

type LossName = (typeof LOSS_NAMES)[number];

export interface LossConfig {
  readonly class_name: LossName;
  readonly config: { readonly from_logits: boolean; readonly label_smoothing: number };
}

type Config = LossConfig['config'];

function schemaOf(fromLogits: Schema<boolean>, smoothing: Schema<number>): Schema<Config> {
  return v.pipe(
    object({
      from_logits: v.optional(fromLogits, false),
      label_smoothing: v.optional(smoothing, 0),
      // What Keras writes beside them: only the values that change nothing.
      axis: v.optional(only(-1)),
      reduction: v.optional(oneOf(['sum_over_batch_size'])),
      name: v.optional(text(64)),
    }),
    v.transform(({ from_logits, label_smoothing }) => ({ from_logits, label_smoothing })),
  );
}

const smoothing = numberWithin({ least: 0, most: 1 });

const CONFIGS: Record<LossName, Schema<Config>> = {
  CategoricalCrossentropy: schemaOf(truth(), smoothing),
  SparseCategoricalCrossentropy: schemaOf(truth(), only(0)),
  BinaryCrossentropy: schemaOf(truth(), smoothing),
  MeanSquaredError: schemaOf(only(false), only(0)),
};

/** A loss in any spelling of Keras, to its class name and complete config. */
export const lossSchema: Schema<LossConfig> = named('a loss', CONFIGS, {
  bce: 'BinaryCrossentropy',
  mse: 'MeanSquaredError',
});

/** Keras's `epsilon()`: probabilities are clipped to `[1e-7, 1 - 1e-7]` before their logarithm. */
const EPSILON = 1e-7;

/** In float32, where Keras computes, `1 - 1e-7` is `1 - 1.19e-7`: a sure and wrong answer costs 15.94, not 16.12. */
const HIGHEST = Math.fround(1 - EPSILON);

function clip(probability: number): number {
  return Math.min(Math.max(probability, EPSILON), HIGHEST);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function toProbabilities(output: readonly number[], config: Config): readonly number[] {
  if (!config.from_logits) {
    const sum = output.reduce((total, value) => total + value, 0);
    return output.map((value) => clip(value / sum));
  }
  const max = output.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const sum = output.reduce((total, value) => total + Math.exp(value - max), 0);
  return output.map((value) => Math.exp(value - max) / sum);
}

function categorical(output: readonly number[], target: readonly number[], config: Config): number {
  const spread = config.label_smoothing / target.length;
  const probabilities = toProbabilities(output, config);
  return probabilities.reduce((loss, probability, unit) => {
    const wanted = target[unit]! * (1 - config.label_smoothing) + spread;
    return wanted === 0 ? loss : loss - wanted * Math.log(probability);
  }, 0);
}

function binary(output: readonly number[], target: readonly number[], config: Config): number {
  return mean(
    output.map((value, unit) => {
      const wanted = target[unit]! * (1 - config.label_smoothing) + config.label_smoothing / 2;
      if (config.from_logits)
        return Math.max(value, 0) - value * wanted + Math.log1p(Math.exp(-Math.abs(value)));
      const probability = clip(value);
      return -(wanted * Math.log(probability) + (1 - wanted) * Math.log(1 - probability));
    }),
  );
}

const LOSSES: Record<
  LossName,
  (output: readonly number[], target: readonly number[], config: Config) => number
> = {
  CategoricalCrossentropy: categorical,
  SparseCategoricalCrossentropy: categorical,
  BinaryCrossentropy: binary,
  MeanSquaredError: (output, target) => mean(output.map((value, unit) => (value - target[unit]!) ** 2)),
};

/**
 * Loss of one sample, as Keras 3 computes it, plainly: `output` is the last layer's `[unit]`, `target` of the same
 * length; for the sparse loss, too, one-hot.
 */
export function lossOf(loss: LossConfig, output: readonly number[], target: readonly number[]): number {
  return LOSSES[loss.class_name](output, target, loss.config);
}
