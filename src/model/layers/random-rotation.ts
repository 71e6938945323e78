import { augmentation, type Factor, factor, type MovingConfig, movingArguments } from './augmentation.ts';

export interface RandomRotationConfig extends MovingConfig {
  /** In turns. */
  readonly factor: Factor;
}

/** Turns each picture about its middle. */
export const randomRotation = augmentation<RandomRotationConfig>('random_rotation', {
  factor: factor(),
  ...movingArguments(),
});
