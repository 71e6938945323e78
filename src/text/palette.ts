import type { LayerKind } from '../model/layers/kinds.ts';

/** What layers are for, in the order in which a palette shows them. */
export const PURPOSES = [
  'convolution',
  'pooling',
  'shape',
  'merging',
  'dense',
  'activation',
  'regularisation',
  'recurrent',
  'normalisation',
  'augmentation',
] as const;

export type Purpose = (typeof PURPOSES)[number];

export const purposeTitles: Readonly<Record<Purpose, string>> = {
  convolution: 'Convolution',
  pooling: 'Pooling',
  shape: 'Shape',
  merging: 'Merging',
  dense: 'Dense',
  activation: 'Activation',
  regularisation: 'Regularisation',
  recurrent: 'Sequences',
  normalisation: 'Normalisation',
  augmentation: 'Augmentation',
};

/** What each layer is for, and in a line what it does. */
export const palette: Readonly<Record<LayerKind, { readonly purpose: Purpose; readonly line: string }>> = {
  Conv1D: {
    purpose: 'convolution',
    line: 'Slides small kernels along the steps of a sequence and adds up the products.',
  },
  Conv2D: { purpose: 'convolution', line: 'Slides small kernels over the maps and adds up the products.' },
  Conv3D: {
    purpose: 'convolution',
    line: 'Slides small blocks of weights through a volume and adds up the products.',
  },
  DepthwiseConv1D: {
    purpose: 'convolution',
    line: 'Slides a kernel of its own along each channel of a sequence.',
  },
  DepthwiseConv2D: {
    purpose: 'convolution',
    line: 'Slides a kernel of its own over each map, without mixing the maps.',
  },
  SeparableConv1D: {
    purpose: 'convolution',
    line: 'Filters each channel for itself, then mixes the channels step by step.',
  },
  SeparableConv2D: {
    purpose: 'convolution',
    line: 'Filters each map for itself, then mixes the maps cell by cell: few weights.',
  },
  Conv1DTranspose: {
    purpose: 'convolution',
    line: 'Each step lays a kernel onto a longer sequence; what overlaps adds up.',
  },
  Conv2DTranspose: {
    purpose: 'convolution',
    line: 'Each cell lays a kernel onto a larger map; what overlaps adds up.',
  },
  MaxPooling1D: {
    purpose: 'pooling',
    line: 'Keeps the largest value of each window; the sequence gets shorter.',
  },
  MaxPooling2D: { purpose: 'pooling', line: 'Keeps the largest value of each window; maps get smaller.' },
  MaxPooling3D: { purpose: 'pooling', line: 'Keeps the largest value of each block; volumes get smaller.' },
  AveragePooling1D: { purpose: 'pooling', line: 'Averages each window; the sequence gets shorter.' },
  AveragePooling2D: { purpose: 'pooling', line: 'Averages each window; maps get smaller.' },
  AveragePooling3D: { purpose: 'pooling', line: 'Averages each block; volumes get smaller.' },
  GlobalMaxPooling1D: {
    purpose: 'pooling',
    line: 'Keeps the largest value of each channel: one number a channel.',
  },
  GlobalMaxPooling2D: {
    purpose: 'pooling',
    line: 'Keeps the largest value of each whole map: one number a map.',
  },
  GlobalMaxPooling3D: {
    purpose: 'pooling',
    line: 'Keeps the largest value of each whole volume: one number a channel.',
  },
  GlobalAveragePooling1D: {
    purpose: 'pooling',
    line: 'Averages each channel over all steps: one number a channel.',
  },
  GlobalAveragePooling2D: { purpose: 'pooling', line: 'Averages each whole map: one number a map.' },
  GlobalAveragePooling3D: { purpose: 'pooling', line: 'Averages each whole volume: one number a channel.' },
  Activation: { purpose: 'activation', line: 'Applies a function such as relu or softmax to its input.' },
  ReLU: { purpose: 'activation', line: 'Cuts off below a threshold, with a slope or a ceiling if wanted.' },
  LeakyReLU: {
    purpose: 'activation',
    line: 'Keeps what is positive and shrinks what is negative by a fixed slope.',
  },
  PReLU: { purpose: 'activation', line: 'As LeakyReLU, with slopes that are learned.' },
  ELU: { purpose: 'activation', line: 'Keeps what is positive and bends what is negative towards a floor.' },
  Softmax: { purpose: 'activation', line: 'Turns the numbers along an axis into shares that add up to 1.' },
  Flatten: { purpose: 'shape', line: 'Lays all maps out as one list of numbers.' },
  Reshape: { purpose: 'shape', line: 'Puts the same numbers, in the same order, under other axes.' },
  Permute: { purpose: 'shape', line: 'Swaps axes, such as steps and channels.' },
  RepeatVector: { purpose: 'shape', line: 'Repeats a list of numbers at each of several steps.' },
  ZeroPadding1D: { purpose: 'shape', line: 'Puts zeros before and after a sequence.' },
  ZeroPadding2D: { purpose: 'shape', line: 'Puts a frame of zeros around each map.' },
  Cropping1D: { purpose: 'shape', line: 'Cuts steps off both ends of a sequence.' },
  Cropping2D: { purpose: 'shape', line: 'Cuts cells off the edges of each map.' },
  UpSampling1D: { purpose: 'shape', line: 'Repeats each step; the sequence gets longer.' },
  UpSampling2D: { purpose: 'shape', line: 'Makes several cells of each one; maps get larger.' },
  Add: { purpose: 'merging', line: 'Adds its inputs up, cell by cell: how a shortcut joins its block.' },
  Subtract: { purpose: 'merging', line: 'Takes its second input off its first, cell by cell.' },
  Multiply: { purpose: 'merging', line: 'Multiplies its inputs, cell by cell.' },
  Average: { purpose: 'merging', line: 'Averages its inputs, cell by cell.' },
  Maximum: { purpose: 'merging', line: 'Keeps the largest of its inputs, cell by cell.' },
  Minimum: { purpose: 'merging', line: 'Keeps the smallest of its inputs, cell by cell.' },
  Concatenate: {
    purpose: 'merging',
    line: 'Puts its inputs side by side along an axis, by default the channels.',
  },
  Dense: { purpose: 'dense', line: 'Every unit weighs all inputs and adds them up.' },
  Dropout: { purpose: 'regularisation', line: 'Sets random inputs to 0 while training, none afterwards.' },
  SpatialDropout1D: {
    purpose: 'regularisation',
    line: 'Sets random channels to 0 at all steps while training.',
  },
  SpatialDropout2D: { purpose: 'regularisation', line: 'Sets whole random maps to 0 while training.' },
  GaussianNoise: { purpose: 'regularisation', line: 'Adds normal noise to its input while training.' },
  Rescaling: {
    purpose: 'shape',
    line: 'Multiplies its input by a number and adds another, such as pixels to 0 to 1.',
  },
  RandomFlip: { purpose: 'augmentation', line: 'Mirrors pictures at random while training.' },
  RandomRotation: { purpose: 'augmentation', line: 'Turns pictures by random angles while training.' },
  RandomZoom: { purpose: 'augmentation', line: 'Enlarges or shrinks pictures at random while training.' },
  RandomTranslation: { purpose: 'augmentation', line: 'Shifts pictures at random while training.' },
  LSTM: {
    purpose: 'recurrent',
    line: 'Reads a sequence step by step; gates decide what its memory keeps, takes in and shows.',
  },
  GRU: { purpose: 'recurrent', line: 'Reads a sequence step by step; two gates mix old state and new.' },
  SimpleRNN: { purpose: 'recurrent', line: 'Reads a sequence step by step and feeds its own output back.' },
  Bidirectional: {
    purpose: 'recurrent',
    line: 'Reads a sequence from both ends with two layers and joins what they give.',
  },
  TimeDistributed: { purpose: 'recurrent', line: 'Applies one layer to each step of a sequence by itself.' },
  Embedding: { purpose: 'recurrent', line: 'Looks up a row of learned numbers for each whole number.' },
  BatchNormalization: {
    purpose: 'normalisation',
    line: 'Brings each channel to mean 0 and deviation 1 over the batch, then scales and shifts it.',
  },
  LayerNormalization: {
    purpose: 'normalisation',
    line: 'Brings the values of each sample to mean 0 and deviation 1, then scales and shifts them.',
  },
};
