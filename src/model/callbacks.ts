import * as v from 'valibot';
import { KernelscopeError } from '../base/errors.ts';
import type { OptimizerConfig } from './optimizers.ts';
import {
  numberWithin,
  object,
  oneOf,
  orNull,
  realNumber,
  type Schema,
  text,
  truth,
  wholeNumber,
} from './schema/leaf.ts';
import { namedObject, spellings } from './schema/named.ts';

type Mode = 'auto' | 'min' | 'max';

/** Keras's EarlyStopping, complete. */
export interface EarlyStoppingConfig {
  readonly monitor: string;
  readonly min_delta: number;
  readonly patience: number;
  readonly mode: Mode;
  readonly baseline: number | null;
  readonly restore_best_weights: boolean;
  readonly start_from_epoch: number;
}

/** Keras's ReduceLROnPlateau, complete. */
export interface ReduceLROnPlateauConfig {
  readonly monitor: string;
  readonly factor: number;
  readonly patience: number;
  readonly mode: Mode;
  readonly min_delta: number;
  readonly cooldown: number;
  readonly min_lr: number;
}

export type CallbackConfig =
  | { readonly class_name: 'EarlyStopping'; readonly config: EarlyStoppingConfig }
  | { readonly class_name: 'ReduceLROnPlateau'; readonly config: ReduceLROnPlateauConfig };

export type CallbackName = CallbackConfig['class_name'];

export const CALLBACK_NAMES = [
  'EarlyStopping',
  'ReduceLROnPlateau',
] as const satisfies readonly CallbackName[];

const monitor = v.optional(text(64), 'val_loss');
const mode = v.optional(oneOf(['auto', 'min', 'max']), 'auto');

const CONFIGS: Record<CallbackName, Schema<CallbackConfig['config']>> = {
  EarlyStopping: object({
    monitor,
    min_delta: v.optional(realNumber(), 0),
    patience: v.optional(wholeNumber(0), 0),
    mode,
    baseline: v.optional(orNull(realNumber()), null),
    restore_best_weights: v.optional(truth(), false),
    start_from_epoch: v.optional(wholeNumber(0), 0),
  }),
  ReduceLROnPlateau: object({
    monitor,
    factor: v.optional(numberWithin({ least: 0, below: 1 }), 0.1),
    patience: v.optional(wholeNumber(0), 10),
    mode,
    min_delta: v.optional(realNumber(), 1e-4),
    cooldown: v.optional(wholeNumber(0), 0),
    min_lr: v.optional(numberWithin({ least: 0 }), 0),
  }),
};

/** A callback of `fit`, by class name and with its complete config. */
export const callbackSchema = namedObject(
  'a callback',
  CONFIGS,
  spellings(CALLBACK_NAMES),
) as Schema<CallbackConfig>;

/** Keras lets nobody set the rate of an optimizer that follows a schedule. Throws `unsupported` where a callback would. */
export function refuseTwoMasters(optimizer: OptimizerConfig, callbacks: readonly CallbackConfig[]): void {
  const rate = optimizer.config.learning_rate;
  const at = callbacks.findIndex(({ class_name }) => class_name === 'ReduceLROnPlateau');
  if (typeof rate === 'number' || at < 0) return;
  throw new KernelscopeError({
    code: 'unsupported',
    path: `fit.callbacks[${at}]`,
    expected: 'a learning rate that is a number',
    received: rate.class_name,
    reason: 'scheduled-rate',
  });
}
