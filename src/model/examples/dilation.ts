import type { Example } from './example.ts';

/** Dilation 2: nine weights reach over 5×5 cells. */
export const dilation: Example = {
  id: 'dilation',
  document: {
    kernelscope: 1,
    title: 'Dilation 2: more reach, no more weights',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [7, 7, 1],
      layers: [
        {
          class_name: 'Conv2D',
          config: {
            name: 'conv2d',
            filters: 1,
            kernel_size: [3, 3],
            dilation_rate: [2, 2],
            use_bias: false,
          },
        },
      ],
    },
    view: { focus: { layer: 'conv2d', index: [1, 1, 0] } },
  },
  weights: { conv2d: [{ shape: [3, 3, 1, 1], data: [1, 0, -1, 2, 0, -2, 1, 0, -1] }] },
  probe: {
    shape: [7, 7, 1],
    data: [
      0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 1, 1, 0, 1, 1, 1, 1, 1, 0,
      0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, 0, 0, 0,
    ],
  },
};
