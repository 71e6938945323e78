import type { WrappableKind } from '../../model/layers/kinds.ts';
import type { LayerScene } from '../lens/request.ts';
import { activationScene } from './activation.ts';
import { averagePooling1dScene } from './average-pooling1d.ts';
import { averagePooling2dScene } from './average-pooling2d.ts';
import { averagePooling3dScene } from './average-pooling3d.ts';
import { conv1dScene } from './conv1d.ts';
import { conv1dTransposeScene } from './conv1d-transpose.ts';
import { conv2dScene } from './conv2d.ts';
import { conv3dScene } from './conv3d.ts';
import { denseScene } from './dense.ts';
import { depthwiseConv1dScene } from './depthwise-conv1d.ts';
import { depthwiseConv2dScene } from './depthwise-conv2d.ts';
import { dropoutScene } from './dropout.ts';
import { embeddingScene } from './embedding.ts';
import { flattenScene } from './flatten.ts';
import { generalScene } from './general.ts';
import { globalAveragePooling1dScene } from './global-average-pooling1d.ts';
import { globalAveragePooling2dScene } from './global-average-pooling2d.ts';
import { globalAveragePooling3dScene } from './global-average-pooling3d.ts';
import { globalMaxPooling1dScene } from './global-max-pooling1d.ts';
import { globalMaxPooling2dScene } from './global-max-pooling2d.ts';
import { globalMaxPooling3dScene } from './global-max-pooling3d.ts';
import { maxPooling1dScene } from './max-pooling1d.ts';
import { maxPooling2dScene } from './max-pooling2d.ts';
import { maxPooling3dScene } from './max-pooling3d.ts';
import { reLUScene } from './re-lu.ts';
import { rearrangedScene } from './rearranging.ts';
import { recurrentScene } from './recurrent.ts';
import { separableConv1dScene } from './separable-conv1d.ts';

/** The pictures of the layer kinds that a wrapper may carry. */
export const wrappableScenes: Record<WrappableKind, LayerScene> = {
  Conv1D: conv1dScene,
  Conv2D: conv2dScene,
  Conv3D: conv3dScene,
  DepthwiseConv1D: depthwiseConv1dScene,
  DepthwiseConv2D: depthwiseConv2dScene,
  SeparableConv1D: separableConv1dScene,
  SeparableConv2D: generalScene,
  Conv1DTranspose: conv1dTransposeScene,
  Conv2DTranspose: generalScene,
  MaxPooling1D: maxPooling1dScene,
  MaxPooling2D: maxPooling2dScene,
  MaxPooling3D: maxPooling3dScene,
  AveragePooling1D: averagePooling1dScene,
  AveragePooling2D: averagePooling2dScene,
  AveragePooling3D: averagePooling3dScene,
  GlobalMaxPooling1D: globalMaxPooling1dScene,
  GlobalMaxPooling2D: globalMaxPooling2dScene,
  GlobalMaxPooling3D: globalMaxPooling3dScene,
  GlobalAveragePooling1D: globalAveragePooling1dScene,
  GlobalAveragePooling2D: globalAveragePooling2dScene,
  GlobalAveragePooling3D: globalAveragePooling3dScene,
  Activation: activationScene,
  ReLU: reLUScene,
  LeakyReLU: activationScene,
  PReLU: generalScene,
  ELU: activationScene,
  Softmax: activationScene,
  Flatten: flattenScene,
  Reshape: rearrangedScene,
  Permute: rearrangedScene,
  RepeatVector: generalScene,
  ZeroPadding1D: generalScene,
  ZeroPadding2D: generalScene,
  Cropping1D: generalScene,
  Cropping2D: generalScene,
  UpSampling1D: generalScene,
  UpSampling2D: generalScene,
  Add: generalScene,
  Subtract: generalScene,
  Multiply: generalScene,
  Average: generalScene,
  Maximum: generalScene,
  Minimum: generalScene,
  Concatenate: generalScene,
  Dense: denseScene,
  Dropout: dropoutScene,
  SpatialDropout1D: generalScene,
  SpatialDropout2D: generalScene,
  GaussianNoise: generalScene,
  Rescaling: generalScene,
  RandomFlip: generalScene,
  RandomRotation: generalScene,
  RandomZoom: generalScene,
  RandomTranslation: generalScene,
  LSTM: recurrentScene,
  GRU: recurrentScene,
  SimpleRNN: recurrentScene,
  Embedding: embeddingScene,
  BatchNormalization: generalScene,
  LayerNormalization: generalScene,
};
