import type { Example } from './example.ts';

/** The same window as a maximum, then as a mean, then over all that is left. */
export const pooling: Example = {
  id: 'pooling',
  document: {
    kernelscope: 1,
    title: 'Pooling: maximum, mean, global',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [8, 8, 1],
      layers: [
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d', pool_size: [2, 2] } },
        { class_name: 'AveragePooling2D', config: { name: 'average_pooling2d', pool_size: [2, 2] } },
        { class_name: 'GlobalAveragePooling2D', config: { name: 'global_average_pooling2d' } },
      ],
    },
    view: { focus: { layer: 'max_pooling2d', index: [0, 0, 0] } },
  },
  probe: {
    shape: [8, 8, 1],
    data: [
      1, 3, 2, 1, 0, 0, 4, 1, 2, 9, 1, 1, 0, 7, 1, 2, 1, 3, 2, 3, 5, 1, 0, 0, 5, 6, 1, 2, 1, 0, 8, 1, 0, 1, 4,
      4, 2, 2, 0, 3, 2, 0, 4, 4, 2, 2, 1, 0, 6, 1, 0, 0, 9, 1, 3, 3, 0, 2, 0, 5, 1, 1, 3, 3,
    ],
  },
};
