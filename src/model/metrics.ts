import * as v from 'valibot';
import { object, oneOf, type Schema, text } from './schema/leaf.ts';
import { nameIn, spellings } from './schema/named.ts';

/** Metrics by the names under which Keras keeps them in its history. */
export const METRIC_NAMES = [
  'accuracy',
  'binary_accuracy',
  'categorical_accuracy',
  'sparse_categorical_accuracy',
  'top_k_categorical_accuracy',
  'precision',
  'recall',
  'auc',
  'mean_squared_error',
  'root_mean_squared_error',
  'r2_score',
  'mean_absolute_error',
  'mean_absolute_percentage_error',
  'mean_squared_logarithmic_error',
  'cosine_similarity',
  'kl_divergence',
  'poisson',
  'hinge',
  'squared_hinge',
  'categorical_hinge',
  'binary_crossentropy',
  'categorical_crossentropy',
  'sparse_categorical_crossentropy',
] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

const word: Schema<MetricName> = nameIn(
  'a metric',
  METRIC_NAMES,
  spellings(METRIC_NAMES, {
    acc: 'accuracy',
    mse: 'mean_squared_error',
    rmse: 'root_mean_squared_error',
    mae: 'mean_absolute_error',
    mape: 'mean_absolute_percentage_error',
    msle: 'mean_squared_logarithmic_error',
    kld: 'kl_divergence',
  }),
);

/** A metric's object as Keras writes it, without arguments of its own. */
const whole = v.pipe(
  object({
    module: v.optional(v.unknown()),
    class_name: word,
    config: v.optional(object({ name: v.optional(text(64)), dtype: v.optional(oneOf(['float32'])) }), {}),
    registered_name: v.optional(v.unknown()),
  }),
  v.transform(({ class_name }) => class_name),
);

/** A metric in any spelling of Keras. */
export const metricSchema: Schema<MetricName> = v.lazy((value) =>
  typeof value === 'object' && value !== null ? whole : word,
);
