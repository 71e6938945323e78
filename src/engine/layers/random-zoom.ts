import { rangeOf } from '../../model/layers/augmentation.ts';
import type { RandomZoomConfig } from '../../model/layers/random-zoom.ts';
import type { Affine } from '../resample.ts';
import { moving } from './augmentation.ts';

/** The part of the picture about its middle that is shown, as shares of its height and width. */
export function zoom(height: number, width: number, rows: number, cols: number): Affine {
  return [width, 0, ((cols - 1) / 2) * (1 - width), 0, height, ((rows - 1) / 2) * (1 - height)];
}

export const randomZoom = moving<RandomZoomConfig>((config, rows, cols, random) => {
  const { height_factor, width_factor } = config;
  const height = 1 + random.uniform(...rangeOf(height_factor));
  const width = width_factor === null ? height : 1 + random.uniform(...rangeOf(width_factor));
  return zoom(height, width, rows, cols);
});
