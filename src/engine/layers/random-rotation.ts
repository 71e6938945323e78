import { rangeOf } from '../../model/layers/augmentation.ts';
import type { RandomRotationConfig } from '../../model/layers/random-rotation.ts';
import type { Affine } from '../resample.ts';
import { moving } from './augmentation.ts';

/** A turn by `angle` (radians) about the middle of the picture. */
export function rotation(angle: number, rows: number, cols: number): Affine {
  const [x, y] = [(cols - 1) / 2, (rows - 1) / 2];
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, -sin, x - x * cos + y * sin, sin, cos, y - x * sin - y * cos];
}

export const randomRotation = moving<RandomRotationConfig>((config, rows, cols, random) =>
  rotation(random.uniform(...rangeOf(config.factor)) * 2 * Math.PI, rows, cols),
);
