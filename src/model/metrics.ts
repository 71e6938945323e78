import type { Schema } from './schema/leaf.ts';
import { nameIn, spellings } from './schema/named.ts';

/** Metrics by the names under which Keras keeps them in its history. */
const METRIC_NAMES = ['accuracy'] as const;

export type MetricName = (typeof METRIC_NAMES)[number];

/** A metric in any spelling of Keras. */
export const metricSchema: Schema<MetricName> = nameIn(
  'a metric',
  METRIC_NAMES,
  spellings(METRIC_NAMES, { acc: 'accuracy' }),
);
