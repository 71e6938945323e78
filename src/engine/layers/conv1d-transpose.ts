import { transposedConvolution } from './transposed-convolution.ts';

export const conv1dTranspose = transposedConvolution;
