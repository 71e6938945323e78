import type { Example } from './example.ts';

/** Every course's first example: a grid and a kernel of 0 and 1, which give 4 3 4 / 2 4 3 / 2 3 4. */
export const firstConvolution: Example = {
  id: 'first-convolution',
  document: {
    kernelscope: 1,
    title: 'A first convolution, 5×5 and 3×3',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [5, 5, 1],
      layers: [
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d', filters: 1, kernel_size: [3, 3], use_bias: false },
        },
      ],
    },
    view: { focus: { layer: 'conv2d', index: [0, 0, 0] } },
  },
  weights: { conv2d: [{ shape: [3, 3, 1, 1], data: [1, 0, 1, 0, 1, 0, 1, 0, 1] }] },
  probe: {
    shape: [5, 5, 1],
    data: [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0],
  },
};
