import type { Picture } from '../../../src/scene/marks.ts';
import { type Example, networkOf } from '../network-of.ts';
import { lensOf, lowLensOf } from '../with-formulas.ts';

/** Slow waves, all different. */
function waves(steps: number, features: number) {
  const data = Float32Array.from({ length: steps * features }, (_, at) => {
    const [step, feature] = [Math.floor(at / features), at % features];
    return Math.round(100 * Math.sin((step * (feature + 2)) / 5 + feature)) / 100;
  });
  return { shape: [steps, features], data };
}

const made = new Map<string, Example>();

/** A network of recurrent layers over waves, made once. */
function over(steps: number, features: number, ...layers: Parameters<typeof networkOf>[1]): Example {
  const key = JSON.stringify([steps, features, layers]);
  const example = made.get(key) ?? networkOf(waves(steps, features), layers);
  made.set(key, example);
  return example;
}

const lstm = () => over(10, 3, ['LSTM', { units: 4 }]);
const sequences = () =>
  over(10, 3, ['LSTM', { units: 4, return_sequences: true, return_state: true }], ['LSTM', { units: 1 }]);
const long = () => over(1000, 3, ['LSTM', { units: 32 }], ['Dense', { units: 5, activation: 'softmax' }]);
const wide = () => over(128, 64, ['LSTM', { units: 64, return_sequences: true }]);
const gru = () => over(10, 3, ['GRU', { units: 4, return_sequences: true }]);
const gruBefore = () => over(10, 3, ['GRU', { units: 4, reset_after: false }]);
const rnn = () =>
  over(8, 2, ['SimpleRNN', { units: 5, go_backwards: true, return_sequences: true, stateful: true }]);
const both = () =>
  over(10, 3, [
    'Bidirectional',
    { layer: { class_name: 'LSTM', config: { units: 4, return_sequences: true } } },
  ]);
const summed = () =>
  over(10, 3, ['Bidirectional', { merge_mode: 'sum', layer: { class_name: 'GRU', config: { units: 3 } } }]);

export const recurrencePictures: Readonly<Record<string, () => Picture>> = {
  'recurrence-lstm': () => lensOf(lstm(), 'lstm', [2], 720, 440),
  'recurrence-lstm-step': () => lensOf(lstm(), 'lstm', [2], 720, 440, { step: 4 }),
  'recurrence-lstm-sequences': () => lensOf(sequences(), 'lstm', [4, 2], 900, 480),
  'recurrence-lstm-stacked': () => lensOf(sequences(), 'lstm_1', [0], 720, 440, { step: 6 }),
  'recurrence-lstm-thousand': () => lensOf(long(), 'lstm', [7], 720, 440, { step: 500 }),
  'recurrence-lstm-wide': () => lensOf(wide(), 'lstm', [60, 40], 900, 480),
  'recurrence-gru': () => lensOf(gru(), 'gru', [3, 1], 720, 440),
  'recurrence-gru-reset-before': () => lensOf(gruBefore(), 'gru', [1], 720, 440, { step: 3 }),
  'recurrence-simple-rnn': () => lensOf(rnn(), 'simple_rnn', [2, 1], 720, 440),
  'recurrence-both-ways': () => lensOf(both(), 'bidirectional', [3, 5], 720, 440),
  'recurrence-both-summed': () => lensOf(summed(), 'bidirectional', [1], 720, 440),
  'recurrence-lstm-high': () => lensOf(long(), 'lstm', [7], 620, 560, { step: 500 }),
  'recurrence-phone': () => lowLensOf(lstm(), 'lstm', [2]),
  'recurrence-phone-thousand': () => lowLensOf(long(), 'lstm', [7]),
};
