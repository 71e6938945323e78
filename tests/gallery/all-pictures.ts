import type { Picture } from '../../src/scene/marks.ts';
import { anyModelPictures } from './pictures/any-model.ts';
import { chartPictures } from './pictures/charts.ts';
import { conePictures } from './pictures/cones.ts';
import { conv2dPictures } from './pictures/conv2d.ts';
import { examplePictures } from './pictures/examples.ts';
import { kernelPictures } from './pictures/kernels.ts';
import { densePictures, lensPictures } from './pictures/lenses.ts';
import { mediaPictures } from './pictures/media.ts';
import { outputPictures } from './pictures/outputs.ts';
import { rearrangingPictures } from './pictures/rearranging.ts';
import { recurrencePictures } from './pictures/recurrence.ts';
import { sampleChoices } from './pictures/samples.ts';
import { sequencePictures } from './pictures/sequences.ts';
import { stagePictures } from './pictures/stages.ts';
import { volumePictures } from './pictures/volumes.ts';

/** Every picture of the gallery by its name; the snapshot and the gallery's page are made from these. */
export const allPictures: Readonly<Record<string, () => Picture>> = {
  ...stagePictures,
  ...conv2dPictures,
  ...lensPictures,
  ...densePictures,
  ...chartPictures,
  ...mediaPictures,
  ...examplePictures,
  ...anyModelPictures,
  ...sampleChoices,
  ...sequencePictures,
  ...outputPictures,
  ...conePictures,
  ...kernelPictures,
  ...volumePictures,
  ...recurrencePictures,
  ...rearrangingPictures,
};
