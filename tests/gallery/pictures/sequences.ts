import { activity as motions } from '../../../src/model/datasets/activity.ts';
import { classesOf } from '../../../src/model/datasets/target.ts';
import type { Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf } from '../network-of.ts';
import { lensOf } from '../with-formulas.ts';
import { PHONE, stage, WIDE } from './stages.ts';

/** A signal of slow waves, all different, with a burst in the middle. */
function motion(steps: number, channels: number, shift = 0) {
  const data = Float32Array.from({ length: steps * channels }, (_, at) => {
    const [step, channel] = [Math.floor(at / channels), at % channels];
    const from = (step - shift) / steps - 0.5;
    const burst = Math.exp(-(from * from) * 160) * Math.sin(from * 90 + channel);
    return Math.round(100 * (0.3 * Math.sin((step * (channel + 2)) / 24 + channel) + burst)) / 100;
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

const activity = once(() =>
  networkOf(motion(128, 9), [
    ['Conv1D', { filters: 16, kernel_size: 7, padding: 'same', activation: 'relu' }],
    ['MaxPooling1D', { pool_size: 4 }],
    ['Conv1D', { filters: 24, kernel_size: 5, activation: 'relu' }],
    ['GlobalMaxPooling1D'],
    ['Dense', { units: 6, activation: 'softmax' }],
  ]),
);

const causal = once(() =>
  networkOf(motion(128, 3), [
    ['Conv1D', { filters: 4, kernel_size: 3, padding: 'causal', dilation_rate: 8, activation: 'relu' }],
    ['Conv1D', { filters: 4, kernel_size: 5, strides: 3, padding: 'same', activation: 'relu' }],
    ['Dense', { units: 5, activation: 'tanh' }],
    ['GlobalAveragePooling1D'],
  ]),
);

const spread = once(() =>
  networkOf(motion(40, 3), [
    ['Conv1DTranspose', { filters: 2, kernel_size: 5, strides: 2, padding: 'same', activation: 'relu' }],
    ['SeparableConv1D', { filters: 2, kernel_size: 3, padding: 'same' }],
    ['DepthwiseConv1D', { kernel_size: 3, padding: 'same', activation: 'relu' }],
  ]),
);

const long = once(() =>
  networkOf(motion(1000, 3), [
    ['Conv1D', { filters: 8, kernel_size: 15, strides: 4, activation: 'relu' }],
    ['AveragePooling1D', { pool_size: 5 }],
    ['GlobalAveragePooling1D'],
    ['Dense', { units: 5, activation: 'softmax' }],
  ]),
);

const WORDS = ['wait', 'for', 'the', 'video', 'and', 'do', 'not', 'rent', 'it'];

/** Nine words, each a vector of six numbers, read two at a time. */
const text = once(() =>
  networkOf({ shape: [9], data: Float32Array.of(4, 9, 2, 17, 3, 11, 8, 14, 5) }, [
    ['Embedding', { input_dim: 20, output_dim: 6 }],
    ['Conv1D', { filters: 5, kernel_size: 2, activation: 'relu' }],
    ['GlobalMaxPooling1D'],
    ['Dense', { units: 2, activation: 'softmax' }],
  ]),
);
const words = { words: WORDS };

export const sequencePictures: Readonly<Record<string, () => Picture>> = {
  'stage-signals': () => stage(activity(), WIDE, { layer: 'conv1d_1', index: [14, 5] }),
  'stage-class-names': () => stage(activity(), { ...WIDE, labels: classesOf(motions) }),
  'stage-class-names-tight': () => stage(activity(), { ...WIDE, width: 700, labels: classesOf(motions) }),
  'stage-signals-phone': () => stage(activity(), PHONE, { layer: 'conv1d', index: [64, 2] }),
  'stage-signals-open': () =>
    stage(activity(), { ...WIDE, open: 'conv1d', channel: 2 }, { layer: 'conv1d', index: [64, 2] }),
  'stage-signals-long': () => stage(long(), WIDE, { layer: 'conv1d', index: [120, 2] }),
  'stage-signals-dilation': () => stage(causal(), WIDE, { layer: 'conv1d', index: [70, 2] }),
  'stage-words': () => stage(text(), { ...WIDE, ...words }, { layer: 'conv1d', index: [3, 1] }),
  'stage-words-phone': () => stage(text(), { ...PHONE, ...words }, { layer: 'conv1d', index: [3, 1] }),
  'conv1d-signals': () => lensOf(activity(), 'conv1d', [64, 2]),
  'conv1d-signals-phone': () => lensOf(activity(), 'conv1d', [1, 2], 350, 560),
  'conv1d-causal-dilation': () => lensOf(causal(), 'conv1d', [70, 2]),
  'conv1d-strides-same': () => lensOf(causal(), 'conv1d_1', [0, 1]),
  'conv1d-transpose': () => lensOf(spread(), 'conv1d_transpose', [21, 1]),
  'separable-conv1d': () => lensOf(spread(), 'separable_conv1d', [30, 1]),
  'depthwise-conv1d': () => lensOf(spread(), 'depthwise_conv1d', [30, 1]),
  'conv1d-long': () => lensOf(long(), 'conv1d', [120, 2]),
  'conv1d-words': () => lensOf(text(), 'conv1d', [5, 1], 720, 400, words),
  'conv1d-words-phone': () => lensOf(text(), 'conv1d', [5, 1], 350, 620, words),
  'max-pooling1d-signals': () => lensOf(activity(), 'max_pooling1d', [16, 2]),
  'average-pooling1d-long': () => lensOf(long(), 'average_pooling1d', [24, 2]),
  'global-max-pooling1d-signals': () => lensOf(activity(), 'global_max_pooling1d', [5]),
  'global-max-pooling1d-shifted': () =>
    lensOf(
      networkOf(motion(128, 9, 24), [
        ['Conv1D', { filters: 16, kernel_size: 7, padding: 'same', activation: 'relu' }],
        ['GlobalMaxPooling1D'],
      ]),
      'global_max_pooling1d',
      [5],
    ),
  'global-average-pooling1d-signals': () => lensOf(causal(), 'global_average_pooling1d', [2]),
  'global-max-pooling1d-words': () => lensOf(text(), 'global_max_pooling1d', [1], 720, 400, words),
  embedding: () => lensOf(text(), 'embedding', [3, 2], 720, 400, words),
  'embedding-phone': () => lensOf(text(), 'embedding', [3, 2], 350, 520, words),
  'dense-sequence': () => lensOf(causal(), 'dense', [20, 2]),
  'dense-sequence-phone': () => lensOf(causal(), 'dense', [20, 2], 350, 520),
};
