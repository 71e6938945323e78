import { convolution } from './convolution.ts';

export const conv1d = convolution(1, 'conv1d');
