import type { LayerKind } from '../model/layers/kinds.ts';

/** What layers are for, in the order in which a palette shows them. */
export const PURPOSES = ['convolution', 'pooling', 'shape', 'dense', 'activation', 'regularisation'] as const;

export type Purpose = (typeof PURPOSES)[number];

export const purposeTitles: Readonly<Record<Purpose, string>> = {
  convolution: 'Convolution',
  pooling: 'Pooling',
  shape: 'Shape',
  dense: 'Dense',
  activation: 'Activation',
  regularisation: 'Regularisation',
};

/** What each layer is for, and in a line what it does. */
export const palette: Readonly<Record<LayerKind, { readonly purpose: Purpose; readonly line: string }>> = {
  Conv2D: { purpose: 'convolution', line: 'Slides small kernels over the maps and adds up the products.' },
  MaxPooling2D: { purpose: 'pooling', line: 'Keeps the largest value of each window; maps get smaller.' },
  AveragePooling2D: { purpose: 'pooling', line: 'Averages each window; maps get smaller.' },
  GlobalMaxPooling2D: {
    purpose: 'pooling',
    line: 'Keeps the largest value of each whole map: one number a map.',
  },
  GlobalAveragePooling2D: { purpose: 'pooling', line: 'Averages each whole map: one number a map.' },
  Activation: { purpose: 'activation', line: 'Applies a function such as relu or softmax to its input.' },
  ReLU: { purpose: 'activation', line: 'Cuts off below a threshold, with a slope or a ceiling if wanted.' },
  Flatten: { purpose: 'shape', line: 'Lays all maps out as one list of numbers.' },
  Dense: { purpose: 'dense', line: 'Every unit weighs all inputs and adds them up.' },
  Dropout: { purpose: 'regularisation', line: 'Sets random inputs to 0 while training, none afterwards.' },
};
