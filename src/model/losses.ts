import * as v from 'valibot';
import { numberWithin, object, oneOf, only, type Schema, text, truth } from './schema/leaf.ts';
import { type Named, named } from './schema/named.ts';

export const LOSS_NAMES = [
  'CategoricalCrossentropy',
  'SparseCategoricalCrossentropy',
  'BinaryCrossentropy',
  'CategoricalFocalCrossentropy',
  'BinaryFocalCrossentropy',
  'MeanSquaredError',
  'MeanAbsoluteError',
  'MeanAbsolutePercentageError',
  'MeanSquaredLogarithmicError',
  'Huber',
  'LogCosh',
  'CosineSimilarity',
  'KLDivergence',
  'Poisson',
  'Hinge',
  'SquaredHinge',
  'CategoricalHinge',
] as const;

export type LossName = (typeof LOSS_NAMES)[number];

/** Arguments of Keras's losses; each loss has some of them, complete. */
export interface LossArguments {
  readonly from_logits?: boolean;
  readonly label_smoothing?: number;
  readonly alpha?: number;
  readonly gamma?: number;
  readonly apply_class_balancing?: boolean;
  readonly delta?: number;
}

export type LossConfig = Named<LossName, LossArguments>;

/** What Keras writes beside a loss's own arguments: only the values that change nothing. */
const beside = {
  axis: v.optional(only(-1)),
  reduction: v.optional(oneOf(['sum_over_batch_size'])),
  name: v.optional(text(64)),
};

function schemaOf(entries: v.ObjectEntries): Schema<LossArguments> {
  return v.pipe(
    object({ ...beside, ...entries }),
    v.transform(({ axis: _, reduction: __, name: ___, ...own }) => own as LossArguments),
  );
}

const fromLogits = v.optional(truth(), false);
const smoothing = v.optional(numberWithin({ least: 0, most: 1 }), 0);
const focus = {
  alpha: v.optional(numberWithin({ least: 0 }), 0.25),
  gamma: v.optional(numberWithin({ least: 0 }), 2),
};
const crossEntropy = { from_logits: fromLogits, label_smoothing: smoothing };
/** Keras's defaults of arguments that these losses do not have, as older documents wrote them. */
const noLogits = { from_logits: v.optional(only(false)), label_smoothing: v.optional(only(0)) };

function without(entries: v.ObjectEntries): Schema<LossArguments> {
  return v.pipe(
    schemaOf(entries),
    v.transform(({ from_logits: _, label_smoothing: __, ...own }) => own),
  );
}

const plain = without(noLogits);

const CONFIGS: Record<LossName, Schema<LossArguments>> = {
  CategoricalCrossentropy: schemaOf(crossEntropy),
  SparseCategoricalCrossentropy: v.pipe(
    schemaOf({ from_logits: fromLogits, label_smoothing: v.optional(only(0)) }),
    v.transform(({ from_logits = false }) => ({ from_logits })),
  ),
  BinaryCrossentropy: schemaOf(crossEntropy),
  CategoricalFocalCrossentropy: schemaOf({ ...focus, ...crossEntropy }),
  BinaryFocalCrossentropy: schemaOf({
    apply_class_balancing: v.optional(truth(), false),
    ...focus,
    ...crossEntropy,
  }),
  MeanSquaredError: plain,
  MeanAbsoluteError: plain,
  MeanAbsolutePercentageError: plain,
  MeanSquaredLogarithmicError: plain,
  Huber: schemaOf({ delta: v.optional(numberWithin({ above: 0 }), 1) }),
  LogCosh: plain,
  CosineSimilarity: plain,
  KLDivergence: plain,
  Poisson: plain,
  Hinge: plain,
  SquaredHinge: plain,
  CategoricalHinge: plain,
};

/** A loss in any spelling of Keras, to its class name and complete config. */
export const lossSchema: Schema<LossConfig> = named('a loss', CONFIGS, {
  bce: 'BinaryCrossentropy',
  mse: 'MeanSquaredError',
  mae: 'MeanAbsoluteError',
  mape: 'MeanAbsolutePercentageError',
  msle: 'MeanSquaredLogarithmicError',
  kld: 'KLDivergence',
  kl_divergence: 'KLDivergence',
});

/** Losses of one number a class, of which the right one is 1. */
const OF_CLASSES: ReadonlySet<LossName> = new Set([
  'CategoricalCrossentropy',
  'SparseCategoricalCrossentropy',
  'BinaryCrossentropy',
  'CategoricalFocalCrossentropy',
  'BinaryFocalCrossentropy',
  'KLDivergence',
  'Hinge',
  'SquaredHinge',
  'CategoricalHinge',
]);

/** Whether one unit is trained on the bare number of a class, as a regression. */
export function isRegression({ class_name }: LossConfig): boolean {
  return !OF_CLASSES.has(class_name);
}

/** Keras's `epsilon()`: probabilities are clipped to `[1e-7, 1 - 1e-7]` before their logarithm. */
const EPSILON = 1e-7;

/** In float32, where Keras computes, `1 - 1e-7` is `1 - 1.19e-7`: a sure and wrong answer costs 15.94, not 16.12. */
const HIGHEST = Math.fround(1 - EPSILON);

function clip(probability: number): number {
  return Math.min(Math.max(probability, EPSILON), HIGHEST);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function mean(values: readonly number[]): number {
  return sum(values) / values.length;
}

function softmax(output: readonly number[]): number[] {
  const max = output.reduce((largest, value) => Math.max(largest, value), -Infinity);
  const exponentials = output.map((value) => Math.exp(value - max));
  return exponentials.map((value) => value / sum(exponentials));
}

function shares(output: readonly number[]): number[] {
  const total = sum(output);
  return output.map((value) => clip(value / total));
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}

/** Loss of one sample, plainly: `output` and `target` `[unit]`. */
type PlainLoss = (output: readonly number[], target: readonly number[], config: LossArguments) => number;

function smoothed(target: readonly number[], { label_smoothing: spread = 0 }: LossArguments): number[] {
  return target.map((wanted) => wanted * (1 - spread) + spread / target.length);
}

function smoothedBinary(target: readonly number[], { label_smoothing: spread = 0 }: LossArguments): number[] {
  return target.map((wanted) => wanted * (1 - spread) + spread / 2);
}

const categorical: PlainLoss = (output, target, config) => {
  const wanted = smoothed(target, config);
  const probabilities = config.from_logits ? softmax(output) : shares(output);
  return -sum(probabilities.map((p, unit) => (wanted[unit] === 0 ? 0 : wanted[unit]! * Math.log(p))));
};

function binaryTerm(probability: number, wanted: number): number {
  const p = clip(probability);
  return -(wanted * Math.log(p) + (1 - wanted) * Math.log(1 - p));
}

/** A loss that is the mean over the units of a function of each. */
function eachUnit(of: (output: number, target: number, config: LossArguments) => number): PlainLoss {
  return (output, target, config) => mean(output.map((value, unit) => of(value, target[unit]!, config)));
}

/** Targets 0 and 1 stand for -1 and 1, as Keras's hinges take them. */
function signs(target: readonly number[]): readonly number[] {
  return target.every((value) => value === 0 || value === 1) ? target.map((value) => 2 * value - 1) : target;
}

function unit(vector: readonly number[]): number[] {
  const length = Math.sqrt(Math.max(sum(vector.map((x) => x * x)), 1e-12));
  return vector.map((x) => x / length);
}

const LOSSES: Record<LossName, PlainLoss> = {
  CategoricalCrossentropy: categorical,
  SparseCategoricalCrossentropy: categorical,
  BinaryCrossentropy: (output, target, config) => {
    const wanted = smoothedBinary(target, config);
    const terms = output.map((value, at) =>
      config.from_logits
        ? Math.max(value, 0) - value * wanted[at]! + Math.log1p(Math.exp(-Math.abs(value)))
        : binaryTerm(value, wanted[at]!),
    );
    return mean(terms);
  },
  CategoricalFocalCrossentropy: (output, target, config) => {
    const { alpha = 0, gamma = 0 } = config;
    const wanted = smoothed(target, config);
    const probabilities = shares(config.from_logits ? softmax(output) : output);
    return sum(probabilities.map((p, at) => alpha * (1 - p) ** gamma * -wanted[at]! * Math.log(p)));
  },
  BinaryFocalCrossentropy: (output, target, config) => {
    const { alpha = 0, gamma = 0, apply_class_balancing: balanced, from_logits } = config;
    const wanted = smoothedBinary(target, config);
    const terms = output.map((value, at) => {
      const p = from_logits ? sigmoid(value) : value;
      const y = wanted[at]!;
      const right = y * p + (1 - y) * (1 - p);
      const weight = balanced ? y * alpha + (1 - y) * (1 - alpha) : 1;
      return weight * (1 - right) ** gamma * binaryTerm(p, y);
    });
    return mean(terms);
  },
  MeanSquaredError: eachUnit((output, target) => (output - target) ** 2),
  MeanAbsoluteError: eachUnit((output, target) => Math.abs(output - target)),
  MeanAbsolutePercentageError: eachUnit(
    (output, target) => (100 * Math.abs(output - target)) / Math.max(Math.abs(target), EPSILON),
  ),
  MeanSquaredLogarithmicError: eachUnit((output, target) => {
    const log = (x: number) => Math.log(Math.max(x, EPSILON) + 1);
    return (log(output) - log(target)) ** 2;
  }),
  Huber: eachUnit((output, target, { delta = 1 }) => {
    const error = Math.abs(output - target);
    return error <= delta ? error ** 2 / 2 : delta * error - delta ** 2 / 2;
  }),
  LogCosh: eachUnit((output, target) => {
    const error = Math.abs(output - target);
    return error + Math.log1p(Math.exp(-2 * error)) - Math.LN2;
  }),
  CosineSimilarity: (output, target) => {
    const wanted = unit(target);
    return -sum(unit(output).map((value, at) => value * wanted[at]!));
  },
  KLDivergence: (output, target) => {
    const within = (x: number) => Math.min(Math.max(x, EPSILON), 1);
    return sum(
      output.map((value, at) => within(target[at]!) * Math.log(within(target[at]!) / within(value))),
    );
  },
  Poisson: eachUnit((output, target) => output - target * Math.log(output + EPSILON)),
  Hinge: (output, target) => mean(signs(target).map((sign, at) => Math.max(1 - sign * output[at]!, 0))),
  SquaredHinge: (output, target) =>
    mean(signs(target).map((sign, at) => Math.max(1 - sign * output[at]!, 0) ** 2)),
  CategoricalHinge: (output, target) => {
    const right = sum(output.map((value, at) => value * target[at]!));
    const wrong = Math.max(...output.map((value, at) => (1 - target[at]!) * value));
    return Math.max(wrong - right + 1, 0);
  },
};

/**
 * Loss of one sample, as Keras 3 computes it, plainly: `output` is the last layer's `[unit]`, `target` of the same
 * length; for the sparse loss, too, one-hot. (Keras decides by a whole batch whether a hinge's targets are 0 and 1.)
 */
export function lossOf(loss: LossConfig, output: readonly number[], target: readonly number[]): number {
  return LOSSES[loss.class_name](output, target, loss.config);
}
