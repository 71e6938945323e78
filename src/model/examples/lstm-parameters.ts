import type { Example } from './example.ts';

/** Four units on three features: 4 × (4 × (4 + 3) + 4) = 128 parameters, for any number of steps. */
export const lstmParameters: Example = {
  id: 'lstm-parameters',
  document: {
    kernelscope: 1,
    title: 'LSTM(4) on 10 steps of 3: 128 parameters',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [10, 3],
      layers: [{ class_name: 'LSTM', config: { name: 'lstm', units: 4 } }],
    },
    view: { focus: { layer: 'lstm', index: [0] } },
  },
};
