import { upSampling } from './up-sampling.ts';

export const upSampling2d = upSampling;
