import { transposedConvolution } from './transposed-convolution.ts';

export const conv2dTranspose = transposedConvolution;
