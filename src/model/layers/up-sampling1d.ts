import { upSampling } from './up-sampling.ts';

export const upSampling1d = upSampling(1, 'up_sampling1d');
