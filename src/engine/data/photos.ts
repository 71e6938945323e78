import { photos } from '../../model/datasets/photos.ts';
import type { Sample } from '../engine.ts';
import { openDataset } from './dataset.ts';
import type { FetchFile } from './fetch-file.ts';

/**
 * The free photos, `[row, col, channel]` of 96 × 96 × 3, 0 to 1; a photo's title is `photos.classes[label]`.
 * @throws KernelscopeError `network` where their file cannot be had.
 */
export function loadPhotos(baseUrl: string, fetchUrl?: FetchFile): Promise<readonly Sample[]> {
  return openDataset(photos, baseUrl, fetchUrl).samples('test', photos.available.test);
}
