import * as v from 'valibot';
import { orNull } from '../schema/leaf.ts';
import { augmentation, type Factor, factor, type MovingConfig, movingArguments } from './augmentation.ts';

export interface RandomZoomConfig extends MovingConfig {
  /** What the picture's part that is shown is larger by, as a share; below 0 the picture is enlarged. */
  readonly height_factor: Factor;
  /** Null is the same as drawn for the height. */
  readonly width_factor: Factor | null;
}

/** Enlarges or shrinks each picture about its middle. */
export const randomZoom = augmentation<RandomZoomConfig>('random_zoom', {
  height_factor: factor(true),
  width_factor: v.optional(orNull(factor(true)), null),
  ...movingArguments(),
});
