import type { Example } from './example.ts';

/** The same input by a window that slides and by a state that is carried on: four numbers a step from each. */
export const conv1dAndLstm: Example = {
  id: 'conv1d-and-lstm',
  document: {
    kernelscope: 1,
    title: 'A Conv1D and an LSTM on the same input',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [10, 3],
      layers: [
        {
          class_name: 'Conv1D',
          config: { name: 'conv1d', filters: 4, kernel_size: 3, padding: 'causal', activation: 'tanh' },
        },
        { class_name: 'LSTM', config: { name: 'lstm', units: 4, return_sequences: true }, inputs: ['input'] },
      ],
      outputs: ['conv1d', 'lstm'],
    },
  },
};
