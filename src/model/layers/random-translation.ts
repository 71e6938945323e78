import { augmentation, type Factor, factor, type MovingConfig, movingArguments } from './augmentation.ts';

export interface RandomTranslationConfig extends MovingConfig {
  /** As shares of the picture's height and width. */
  readonly height_factor: Factor;
  readonly width_factor: Factor;
}

/** Shifts each picture. */
export const randomTranslation = augmentation<RandomTranslationConfig>('random_translation', {
  height_factor: factor(),
  width_factor: factor(),
  ...movingArguments(),
});
