import type { Example } from './example.ts';

/** Nine words, each a vector, and a kernel two words high, which moves eight times. */
export const nineWords: Example = {
  id: 'nine-words',
  document: {
    kernelscope: 1,
    title: 'Nine words, a kernel of two',
    seed: 1,
    dataset: { name: 'sentences' },
    model: {
      input_shape: [9],
      layers: [
        { class_name: 'Embedding', config: { name: 'embedding', input_dim: 400, output_dim: 5 } },
        { class_name: 'Conv1D', config: { name: 'conv1d', filters: 4, kernel_size: 2, activation: 'relu' } },
        { class_name: 'GlobalMaxPooling1D', config: { name: 'global_max_pooling1d' } },
      ],
    },
    view: { focus: { layer: 'conv1d', index: [0, 0] } },
  },
};
