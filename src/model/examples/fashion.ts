import type { Example } from './example.ts';

/** The net for digits on clothing, which is harder: shirts, coats and pullovers look alike. */
export const fashion: Example = {
  id: 'fashion',
  document: {
    kernelscope: 1,
    title: 'Fashion',
    seed: 7,
    dataset: { name: 'fashion-mnist', train: 3000, test: 1000 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d', filters: 8, kernel_size: [3, 3], activation: 'relu' },
        },
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d' } },
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d_1', filters: 16, kernel_size: [3, 3], activation: 'relu' },
        },
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d_1' } },
        { class_name: 'Flatten', config: { name: 'flatten' } },
        { class_name: 'Dense', config: { name: 'dense', units: 10, activation: 'softmax' } },
      ],
    },
    compile: {
      optimizer: { class_name: 'Adam', config: { learning_rate: 0.003 } },
      loss: 'categorical_crossentropy',
      metrics: ['accuracy'],
    },
    fit: { epochs: 12, batch_size: 32, validation_split: 0.1 },
  },
};
