import { separableConvolution } from './separable-convolution.ts';

export const separableConv1d = separableConvolution(1, 'separable_conv1d');
