import { spatialDropout } from './spatial-dropout.ts';

export const spatialDropout2d = spatialDropout(2, 'spatial_dropout2d');
