import type { Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf, noise } from '../network-of.ts';
import { lensOf } from '../with-formulas.ts';
import { PHONE, stage, WIDE } from './stages.ts';

/** A signal of `channels` slow waves, all different. */
function waves(steps: number, channels: number) {
  const data = Float32Array.from({ length: steps * channels }, (_, at) => {
    const [step, channel] = [Math.floor(at / channels), at % channels];
    return Math.round(100 * Math.sin((step * (channel + 2)) / 9 + channel)) / 100;
  });
  return { shape: [steps, channels], data };
}

const once = (make: () => Example) => {
  let made: Example | undefined;
  return () => {
    made ??= make();
    return made;
  };
};

const signal = once(() =>
  networkOf(waves(48, 9), [
    ['Conv1D', { filters: 24, kernel_size: 3, activation: 'relu' }],
    ['MaxPooling1D'],
    ['LSTM', { units: 6, return_sequences: true }],
    ['GlobalAveragePooling1D'],
    ['Dense', { units: 6, activation: 'softmax' }],
  ]),
);

const causal = once(() =>
  networkOf(waves(10, 5), [
    ['Conv1D', { filters: 4, kernel_size: 3, padding: 'causal', dilation_rate: 2, activation: 'elu' }],
  ]),
);

const residual = once(() =>
  networkOf(noise([12, 12, 3]), [
    ['Conv2D', { filters: 4, kernel_size: 3, padding: 'same', activation: 'relu' }],
    ['Conv2D', { filters: 4, kernel_size: 3, padding: 'same' }],
    ['BatchNormalization'],
    ['Add', {}, ['conv2d', 'batch_normalization']],
    ['ReLU'],
    ['Concatenate', {}, ['input', 're_lu']],
    ['Multiply', {}, ['conv2d', 're_lu']],
    ['Maximum', {}, ['conv2d', 'batch_normalization']],
    ['GlobalMaxPooling2D'],
    ['Dense', { units: 4, activation: 'softmax' }],
  ]),
);

const depth = once(() =>
  networkOf(noise([6, 8, 8, 2]), [
    ['Conv3D', { filters: 3, kernel_size: 3, activation: 'tanh' }],
    ['MaxPooling3D'],
    ['Flatten'],
    ['Dense', { units: 3 }],
  ]),
);

const images = once(() =>
  networkOf(noise([8, 8, 4]), [
    ['DepthwiseConv2D', { kernel_size: 3, depth_multiplier: 2 }],
    ['Conv2D', { filters: 6, kernel_size: 3, groups: 2 }],
    ['Conv2DTranspose', { filters: 3, kernel_size: 3, strides: 2, activation: 'relu' }],
    ['SeparableConv2D', { filters: 4, kernel_size: 3 }],
    ['LayerNormalization'],
    ['UpSampling2D'],
  ]),
);

const first = once(() =>
  networkOf(noise([2, 8, 8]), [
    ['Conv2D', { filters: 4, kernel_size: 3, data_format: 'channels_first' }],
    ['MaxPooling2D', { data_format: 'channels_first' }],
  ]),
);

const steps = once(() =>
  networkOf(noise([5, 10, 1]), [
    [
      'TimeDistributed',
      { layer: { class_name: 'Conv1D', config: { filters: 6, kernel_size: 3, activation: 'elu' } } },
    ],
    ['Reshape', { target_shape: [8, 30] }],
    ['Bidirectional', { layer: { class_name: 'GRU', config: { units: 3, return_sequences: true } } }],
  ]),
);

const heads = once(() =>
  networkOf(waves(16, 1), [
    ['LSTM', { units: 4 }],
    ['Dense', { units: 21 }],
    ['Reshape', { target_shape: [3, 7] }],
    ['Softmax', {}],
  ]),
);

export const anyModelPictures: Readonly<Record<string, () => Picture>> = {
  'stage-sequence': () => stage(signal(), WIDE, { layer: 'conv1d', index: [20, 5] }),
  'stage-sequence-phone': () => stage(signal(), PHONE, { layer: 'max_pooling1d', index: [9, 3] }),
  'stage-sequence-open': () =>
    stage(signal(), { ...WIDE, open: 'lstm', channel: 2 }, { layer: 'lstm', index: [7, 2] }),
  'stage-residual': () => stage(residual(), WIDE, { layer: 'add', index: [4, 5, 1] }),
  'stage-residual-phone': () => stage(residual(), PHONE, { layer: 'add', index: [4, 5, 1] }),
  'stage-depth': () => {
    const looked = { layer: 'conv3d', index: [1, 3, 4, 2] };
    return stage(depth(), { ...WIDE, looked }, looked);
  },
  'stage-channels-first': () => stage(first(), WIDE, { layer: 'conv2d', index: [1, 3, 2] }),
  'conv1d-causal': () => lensOf(causal(), 'conv1d', [1, 2]),
  'conv1d-phone': () => lensOf(causal(), 'conv1d', [6, 0], 350, 520),
  'conv1d-many-channels': () =>
    lensOf(
      networkOf(waves(12, 160), [['Conv1D', { filters: 3, kernel_size: 5, activation: 'relu' }]]),
      'conv1d',
      [4, 1],
    ),
  'max-pooling1d': () => lensOf(signal(), 'max_pooling1d', [6, 3]),
  'global-average-pooling1d': () => lensOf(signal(), 'global_average_pooling1d', [2]),
  'recurrent-lstm': () => lensOf(signal(), 'lstm', [7, 2]),
  'recurrent-gru-both-ways': () => lensOf(steps(), 'bidirectional', [3, 4]),
  'time-distributed': () => lensOf(steps(), 'time_distributed', [2, 4, 1]),
  reshape: () => lensOf(steps(), 'reshape', [3, 4]),
  add: () => lensOf(residual(), 'add', [4, 5, 1]),
  'add-phone': () => lensOf(residual(), 'add', [4, 5, 1], 350, 420),
  multiply: () => lensOf(residual(), 'multiply', [4, 5, 1]),
  maximum: () => lensOf(residual(), 'maximum', [4, 5, 1]),
  concatenate: () => lensOf(residual(), 'concatenate', [4, 5, 4]),
  'batch-normalization': () => lensOf(residual(), 'batch_normalization', [4, 5, 1]),
  'layer-normalization': () => lensOf(images(), 'layer_normalization', [4, 5, 1]),
  conv3d: () => lensOf(depth(), 'conv3d', [1, 3, 4, 2]),
  'max-pooling3d': () => lensOf(depth(), 'max_pooling3d', [1, 1, 1, 2]),
  'depthwise-conv2d': () => lensOf(images(), 'depthwise_conv2d', [2, 3, 5]),
  'conv2d-groups': () => lensOf(images(), 'conv2d', [2, 3, 4]),
  'conv2d-transpose': () => lensOf(images(), 'conv2d_transpose', [4, 5, 1]),
  'separable-conv2d': () => lensOf(images(), 'separable_conv2d', [2, 3, 1]),
  'up-sampling2d': () => lensOf(images(), 'up_sampling2d', [4, 5, 1]),
  'conv2d-channels-first': () => lensOf(first(), 'conv2d', [1, 3, 2]),
  'max-pooling2d-channels-first': () => lensOf(first(), 'max_pooling2d', [1, 2, 1]),
  'softmax-steps': () => lensOf(heads(), 'softmax', [1, 3]),
};
