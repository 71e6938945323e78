/** A model as courses write it in Python, one click away. Its code: `code.ts`. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** The data set that it is meant for, where the page has that. */
  readonly dataset?: string;
  /** The data that its code takes its sizes from, where the page has them not. */
  readonly data?: { readonly title: string; readonly shape: readonly number[]; readonly classes: number };
  /** Of the whole model, as Keras counts them. */
  readonly params: number;
}

/** In the order in which they are shown. */
export const PRESETS: readonly Preset[] = [
  { id: 'convolution', title: 'A convolution on pictures', dataset: 'mnist', params: 320 },
  { id: 'convolution-and-pooling', title: 'Convolution, pooling, softmax', dataset: 'mnist', params: 54_410 },
  { id: 'digits-5x5', title: 'Two convolutions of 5 × 5', dataset: 'mnist', params: 52_096 },
  { id: 'vgg', title: 'A small VGG', dataset: 'mnist', params: 46_434 },
  { id: 'residual-block', title: 'A residual block', dataset: 'mnist', params: 2512 },
  { id: 'inception-block', title: 'An inception block', dataset: 'mnist', params: 904 },
  {
    id: 'encoder-decoder',
    title: 'An encoder and decoder that paint a mask',
    dataset: 'mnist',
    params: 4737,
  },
  { id: 'sequences', title: 'Sequences: Keras’s example in 1D', params: 105_729 },
  { id: 'spectrum', title: 'A spectrum of 50 bands', params: 86_721 },
  {
    id: 'activity-recognition',
    title: 'Activity recognition, ten times',
    data: { title: 'activity', shape: [128, 9], classes: 6 },
    params: 411_650,
  },
  { id: 'causal-stack', title: 'Causal convolutions, feature by feature', params: 56_897 },
  { id: 'causal-stack-permuted', title: 'Causal convolutions, in the right order', params: 56_897 },
  { id: 'causal-stack-plain', title: 'Causal convolutions over all features', params: 21_601 },
  { id: 'lstm', title: 'LSTM for a time series', params: 101 },
  { id: 'lstm-stacked', title: 'Stacked LSTM', params: 296 },
  { id: 'lstm-classifier', title: 'LSTM that classifies long sequences', params: 4773 },
  { id: 'lstm-stateful', title: 'Stateful LSTM', params: 101 },
  { id: 'many-outputs', title: 'Sixteen outputs of seven classes', params: 9392 },
  { id: 'mfcc', title: 'Sounds by their MFCCs, ten classes', params: 98_790 },
  { id: 'mfcc-regression', title: 'A number from a sound’s MFCCs', params: 96_081 },
];
