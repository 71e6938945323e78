import type { ExampleDocument } from './example.ts';

/** The document that the page opens on. Its trained weights are shipped (`scripts/train-default.ts`). */
export const digits: ExampleDocument = {
  kernelscope: 1,
  title: 'Digits',
  seed: 7,
  dataset: { name: 'mnist', train: 2000, test: 500 },
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
  fit: { epochs: 10, batch_size: 32, validation_split: 0.1 },
};
