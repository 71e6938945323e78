import * as v from 'valibot';
import { object, oneOf, orNull, realNumber, type Schema, text, truth, wholeNumber } from './schema/leaf.ts';
import { namedObject, spellings } from './schema/named.ts';

/** Keras's EarlyStopping, complete. */
interface EarlyStoppingConfig {
  readonly monitor: string;
  readonly min_delta: number;
  readonly patience: number;
  readonly mode: 'auto' | 'min' | 'max';
  readonly baseline: number | null;
  readonly restore_best_weights: boolean;
  readonly start_from_epoch: number;
}

export interface CallbackConfig {
  readonly class_name: 'EarlyStopping';
  readonly config: EarlyStoppingConfig;
}

const CONFIGS: Record<CallbackConfig['class_name'], Schema<EarlyStoppingConfig>> = {
  EarlyStopping: object({
    monitor: v.optional(text(64), 'val_loss'),
    min_delta: v.optional(realNumber(), 0),
    patience: v.optional(wholeNumber(0), 0),
    mode: v.optional(oneOf(['auto', 'min', 'max']), 'auto'),
    baseline: v.optional(orNull(realNumber()), null),
    restore_best_weights: v.optional(truth(), false),
    start_from_epoch: v.optional(wholeNumber(0), 0),
  }),
};

/** A callback of `fit`, by class name and with its complete config. */
export const callbackSchema: Schema<CallbackConfig> = namedObject(
  'a callback',
  CONFIGS,
  spellings(['EarlyStopping']),
);
