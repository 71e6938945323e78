import { transposedConvolution } from './transposed-convolution.ts';

export const conv1dTranspose = transposedConvolution(1, 'conv1d_transpose');
