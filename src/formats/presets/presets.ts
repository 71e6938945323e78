/** A model as courses write it in Python, one click away. Its code: `code.ts`. */
export interface Preset {
  readonly id: string;
  readonly title: string;
  /** The data set that it is meant for. */
  readonly dataset: string;
  /** What it is trained with where its code does not say. */
  readonly fit?: {
    readonly epochs?: number;
    readonly batch_size?: number;
    readonly validation_split?: number;
  };
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
  { id: 'sequences', title: 'Sequences: Keras’s example in 1D', dataset: 'sequences', params: 105_729 },
  { id: 'spectrum', title: 'A spectrum of 50 bands', dataset: 'spectra', params: 86_721 },
  {
    id: 'activity-recognition',
    title: 'Activity recognition, ten times',
    dataset: 'activity',
    params: 411_650,
  },
  { id: 'sentences', title: 'Sentences: pairs of words', dataset: 'sentences', params: 5490 },
  {
    id: 'spoken-digits',
    title: 'Spoken digits by their spectrograms',
    dataset: 'spoken-digits',
    params: 15_210,
  },
  {
    id: 'causal-stack',
    title: 'Causal convolutions, feature by feature',
    dataset: 'weather',
    fit: { epochs: 4 },
    params: 56_897,
  },
  {
    id: 'causal-stack-permuted',
    title: 'Causal convolutions, in the right order',
    dataset: 'weather',
    fit: { epochs: 4 },
    params: 56_897,
  },
  {
    id: 'causal-stack-plain',
    title: 'Causal convolutions over all features',
    dataset: 'weather',
    fit: { epochs: 4 },
    params: 21_601,
  },
  { id: 'weather-lstm', title: 'LSTM that forecasts the weather', dataset: 'weather', params: 1425 },
  { id: 'lstm', title: 'LSTM for a time series', dataset: 'series', params: 101 },
  { id: 'lstm-stacked', title: 'Stacked LSTM', dataset: 'weather-8', fit: { epochs: 10 }, params: 296 },
  {
    id: 'lstm-classifier',
    title: 'LSTM that classifies long sequences',
    dataset: 'waves',
    fit: { epochs: 5 },
    params: 4773,
  },
  { id: 'lstm-stateful', title: 'Stateful LSTM', dataset: 'series-3', params: 101 },
  {
    id: 'many-outputs',
    title: 'Sixteen outputs of seven classes',
    dataset: 'many-outputs',
    fit: { epochs: 20 },
    params: 9392,
  },
  {
    id: 'mfcc',
    title: 'Sounds by their MFCCs, ten classes',
    dataset: 'spoken-digits-mfcc',
    fit: { epochs: 20 },
    params: 98_790,
  },
  {
    id: 'mfcc-regression',
    title: 'A number from a sound’s MFCCs',
    dataset: 'spoken-digits-pitch',
    fit: { epochs: 30 },
    params: 96_081,
  },
];
