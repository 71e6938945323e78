import { rangeOf } from '../../model/layers/augmentation.ts';
import type { RandomTranslationConfig } from '../../model/layers/random-translation.ts';
import { moving } from './augmentation.ts';

export const randomTranslation = moving<RandomTranslationConfig>((config, rows, cols, random) => {
  const down = random.uniform(...rangeOf(config.height_factor)) * rows;
  const right = random.uniform(...rangeOf(config.width_factor)) * cols;
  return [1, 0, -right, 0, 1, -down];
});
