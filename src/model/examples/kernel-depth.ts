import type { Example } from './example.ts';

/** A hidden convolution whose 64 kernels are 5×5×32: all of them, and one opened to its slices. */
export const kernelDepth: Example = {
  id: 'kernel-depth',
  document: {
    kernelscope: 1,
    title: 'Kernel depth: 64 kernels of 5×5×32',
    seed: 1,
    dataset: { name: 'mnist', train: 2000, test: 500 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        { class_name: 'Conv2D', config: { filters: 32, kernel_size: [5, 5], activation: 'relu' } },
        { class_name: 'MaxPooling2D' },
        { class_name: 'Conv2D', config: { filters: 64, kernel_size: [5, 5], activation: 'relu' } },
        { class_name: 'MaxPooling2D' },
        { class_name: 'Flatten' },
        { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
      ],
    },
    compile: { optimizer: 'adam', loss: 'categorical_crossentropy', metrics: ['accuracy'] },
    fit: { epochs: 3, batch_size: 32 },
    view: { focus: { layer: 'conv2d_1', index: [3, 3, 12] }, playing: false, aspect: 'filters' },
  },
};
