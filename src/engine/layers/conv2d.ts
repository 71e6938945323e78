import { convolution } from './convolution.ts';

export const conv2d = convolution;
