import type { Example } from './example.ts';

/** The same digits without a convolution: every unit sees every pixel. */
export const dense: Example = {
  id: 'dense',
  document: {
    kernelscope: 1,
    title: 'Digits, dense layers only',
    seed: 7,
    dataset: { name: 'mnist', train: 2000, test: 500 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        { class_name: 'Flatten', config: { name: 'flatten' } },
        { class_name: 'Dense', config: { name: 'dense', units: 32, activation: 'relu' } },
        { class_name: 'Dense', config: { name: 'dense_1', units: 10, activation: 'softmax' } },
      ],
    },
    compile: {
      optimizer: { class_name: 'Adam', config: { learning_rate: 0.001 } },
      loss: 'categorical_crossentropy',
      metrics: ['accuracy'],
    },
    fit: { epochs: 10, batch_size: 32, validation_split: 0.1 },
  },
};
