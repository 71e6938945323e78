import { separableConvolution } from './separable-convolution.ts';

export const separableConv1d = separableConvolution;
