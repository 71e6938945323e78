import type { WrappableKind } from '../../model/layers/kinds.ts';
import { activation } from './activation.ts';
import { add } from './add.ts';
import { average } from './average.ts';
import { averagePooling1d } from './average-pooling1d.ts';
import { averagePooling2d } from './average-pooling2d.ts';
import { averagePooling3d } from './average-pooling3d.ts';
import { batchNormalization } from './batch-normalization.ts';
import { concatenate } from './concatenate.ts';
import { conv1d } from './conv1d.ts';
import { conv1dTranspose } from './conv1d-transpose.ts';
import { conv2d } from './conv2d.ts';
import { conv2dTranspose } from './conv2d-transpose.ts';
import { conv3d } from './conv3d.ts';
import { cropping1d } from './cropping1d.ts';
import { cropping2d } from './cropping2d.ts';
import { dense } from './dense.ts';
import { depthwiseConv1d } from './depthwise-conv1d.ts';
import { depthwiseConv2d } from './depthwise-conv2d.ts';
import { dropout } from './dropout.ts';
import { elu } from './elu.ts';
import { embedding } from './embedding.ts';
import { flatten } from './flatten.ts';
import { gaussianNoise } from './gaussian-noise.ts';
import { globalAveragePooling1d } from './global-average-pooling1d.ts';
import { globalAveragePooling2d } from './global-average-pooling2d.ts';
import { globalAveragePooling3d } from './global-average-pooling3d.ts';
import { globalMaxPooling1d } from './global-max-pooling1d.ts';
import { globalMaxPooling2d } from './global-max-pooling2d.ts';
import { globalMaxPooling3d } from './global-max-pooling3d.ts';
import { gru } from './gru.ts';
import type { EngineLayer } from './layer.ts';
import { layerNormalization } from './layer-normalization.ts';
import { leakyReLU } from './leaky-re-lu.ts';
import { lstm } from './lstm.ts';
import { maxPooling1d } from './max-pooling1d.ts';
import { maxPooling2d } from './max-pooling2d.ts';
import { maxPooling3d } from './max-pooling3d.ts';
import { maximum } from './maximum.ts';
import { minimum } from './minimum.ts';
import { multiply } from './multiply.ts';
import { pReLU } from './p-re-lu.ts';
import { permute } from './permute.ts';
import { randomFlip } from './random-flip.ts';
import { randomRotation } from './random-rotation.ts';
import { randomTranslation } from './random-translation.ts';
import { randomZoom } from './random-zoom.ts';
import { reLU } from './re-lu.ts';
import { repeatVector } from './repeat-vector.ts';
import { rescaling } from './rescaling.ts';
import { reshape } from './reshape.ts';
import { separableConv1d } from './separable-conv1d.ts';
import { separableConv2d } from './separable-conv2d.ts';
import { simpleRNN } from './simple-rnn.ts';
import { softmax } from './softmax.ts';
import { spatialDropout1d } from './spatial-dropout1d.ts';
import { spatialDropout2d } from './spatial-dropout2d.ts';
import { subtract } from './subtract.ts';
import { upSampling1d } from './up-sampling1d.ts';
import { upSampling2d } from './up-sampling2d.ts';
import { zeroPadding1d } from './zero-padding1d.ts';
import { zeroPadding2d } from './zero-padding2d.ts';

/** Every layer kind that a wrapper may carry, as the engine computes it. */
export const wrappableLayers: Record<WrappableKind, EngineLayer> = {
  Conv1D: conv1d,
  Conv2D: conv2d,
  Conv3D: conv3d,
  DepthwiseConv1D: depthwiseConv1d,
  DepthwiseConv2D: depthwiseConv2d,
  SeparableConv1D: separableConv1d,
  SeparableConv2D: separableConv2d,
  Conv1DTranspose: conv1dTranspose,
  Conv2DTranspose: conv2dTranspose,
  MaxPooling1D: maxPooling1d,
  MaxPooling2D: maxPooling2d,
  MaxPooling3D: maxPooling3d,
  AveragePooling1D: averagePooling1d,
  AveragePooling2D: averagePooling2d,
  AveragePooling3D: averagePooling3d,
  GlobalMaxPooling1D: globalMaxPooling1d,
  GlobalMaxPooling2D: globalMaxPooling2d,
  GlobalMaxPooling3D: globalMaxPooling3d,
  GlobalAveragePooling1D: globalAveragePooling1d,
  GlobalAveragePooling2D: globalAveragePooling2d,
  GlobalAveragePooling3D: globalAveragePooling3d,
  Activation: activation,
  ReLU: reLU,
  LeakyReLU: leakyReLU,
  PReLU: pReLU,
  ELU: elu,
  Softmax: softmax,
  Flatten: flatten,
  Reshape: reshape,
  Permute: permute,
  RepeatVector: repeatVector,
  ZeroPadding1D: zeroPadding1d,
  ZeroPadding2D: zeroPadding2d,
  Cropping1D: cropping1d,
  Cropping2D: cropping2d,
  UpSampling1D: upSampling1d,
  UpSampling2D: upSampling2d,
  Add: add,
  Subtract: subtract,
  Multiply: multiply,
  Average: average,
  Maximum: maximum,
  Minimum: minimum,
  Concatenate: concatenate,
  Dense: dense,
  Dropout: dropout,
  SpatialDropout1D: spatialDropout1d,
  SpatialDropout2D: spatialDropout2d,
  GaussianNoise: gaussianNoise,
  Rescaling: rescaling,
  RandomFlip: randomFlip,
  RandomRotation: randomRotation,
  RandomZoom: randomZoom,
  RandomTranslation: randomTranslation,
  LSTM: lstm,
  GRU: gru,
  SimpleRNN: simpleRNN,
  Embedding: embedding,
  BatchNormalization: batchNormalization,
  LayerNormalization: layerNormalization,
};
