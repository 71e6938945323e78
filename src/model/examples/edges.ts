import type { Example } from './example.ts';

/** Sobel's two kernels on a digit: one answers to upright edges, the other to level ones. */
export const edges: Example = {
  id: 'edges',
  document: {
    kernelscope: 1,
    title: 'Edges of a digit, two Sobel kernels',
    seed: 1,
    dataset: { name: 'mnist' },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d', filters: 2, kernel_size: [3, 3], padding: 'same', use_bias: false },
        },
        { class_name: 'ReLU', config: { name: 're_lu' } },
      ],
    },
  },
  // [row, col, in, out]: the numbers of the two kernels alternate.
  weights: {
    conv2d: [{ shape: [3, 3, 1, 2], data: [-1, -1, 0, -2, 1, -1, -2, 0, 0, 0, 2, 0, -1, 1, 0, 2, 1, 1] }],
  },
};
