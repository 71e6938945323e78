import { transposedConvolution } from './transposed-convolution.ts';

export const conv2dTranspose = transposedConvolution(2, 'conv2d_transpose');
