import type { Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf, noise } from '../network-of.ts';
import { lensOf, lowLensOf } from '../with-formulas.ts';

let drawn: Example | undefined;

/** A volume of 10 slices through two convolutions. */
function volume(): Example {
  drawn ??= networkOf(noise([10, 12, 12, 1]), [
    ['Conv3D', { filters: 2, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling3D'],
    ['Conv3D', { filters: 2, kernel_size: 2, padding: 'same' }],
    ['GlobalMaxPooling3D'],
  ]);
  return drawn;
}

/** Lenses of layers over volumes, by name. */
export const volumePictures: Readonly<Record<string, () => Picture>> = {
  'volume-conv3d': () => lensOf(volume(), 'conv3d', [4, 3, 5, 1], 760, 520),
  'volume-conv3d-channels-edge': () => lensOf(volume(), 'conv3d_1', [3, 4, 2, 1], 760, 520),
  'volume-conv3d-phone': () => lowLensOf(volume(), 'conv3d', [4, 3, 5, 1]),
  'volume-max-pooling3d': () => lensOf(volume(), 'max_pooling3d', [2, 1, 3, 0], 760, 420),
  'volume-global-max-pooling3d': () => lensOf(volume(), 'global_max_pooling3d', [1], 760, 420),
};
