import * as v from 'valibot';
import { oneOf } from '../schema/leaf.ts';
import { augmentation } from './augmentation.ts';
import { type DataFormat, dataFormatArgument } from './data-format.ts';
import type { BaseConfig } from './definition.ts';
import { seedArgument } from './seed.ts';

const MODES = ['horizontal', 'vertical', 'horizontal_and_vertical'] as const;

export interface RandomFlipConfig extends BaseConfig {
  readonly mode: (typeof MODES)[number];
  readonly seed: number | null;
  readonly data_format: DataFormat;
}

/** Mirrors half of the pictures; with both modes those that it mirrors are turned by half a turn. */
export const randomFlip = augmentation<RandomFlipConfig>('random_flip', {
  mode: v.optional(oneOf(MODES), 'horizontal_and_vertical'),
  seed: seedArgument(),
  data_format: dataFormatArgument(),
});
