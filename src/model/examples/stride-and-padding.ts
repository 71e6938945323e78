import type { Example } from './example.ts';

/** Stride 2 with `same` padding on an even size: Keras pads one cell after the last, none before the first. */
export const strideAndPadding: Example = {
  id: 'stride-and-padding',
  document: {
    kernelscope: 1,
    title: 'Stride 2 with same padding',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [6, 6, 1],
      layers: [
        {
          class_name: 'Conv2D',
          config: {
            name: 'conv2d',
            filters: 1,
            kernel_size: [3, 3],
            strides: [2, 2],
            padding: 'same',
            use_bias: false,
          },
        },
      ],
    },
    view: { focus: { layer: 'conv2d', index: [2, 2, 0] } },
  },
  weights: { conv2d: [{ shape: [3, 3, 1, 1], data: [0, 1, 0, 1, 2, 1, 0, 1, 0] }] },
  probe: {
    shape: [6, 6, 1],
    data: [
      1, 2, 3, 4, 5, 6, 2, 3, 4, 5, 6, 1, 3, 4, 5, 6, 1, 2, 4, 5, 6, 1, 2, 3, 5, 6, 1, 2, 3, 4, 6, 1, 2, 3, 4,
      5,
    ],
  },
};
