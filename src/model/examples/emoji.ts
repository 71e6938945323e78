import type { Example } from './example.ts';

/** Colour pictures in, three styles to learn from, a fourth to be tested on. Size and dropout: `scripts/test-train.ts`. */
export const emoji: Example = {
  id: 'emoji',
  document: {
    kernelscope: 1,
    title: 'Emoji in an unseen style',
    seed: 7,
    dataset: { name: 'emoji', train: 1584, test: 528 },
    model: {
      input_shape: [32, 32, 3],
      layers: [
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d', filters: 8, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
        },
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d' } },
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d_1', filters: 16, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
        },
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d_1' } },
        {
          class_name: 'Conv2D',
          config: { name: 'conv2d_2', filters: 32, kernel_size: [3, 3], padding: 'same', activation: 'relu' },
        },
        { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d_2' } },
        { class_name: 'Flatten', config: { name: 'flatten' } },
        { class_name: 'Dropout', config: { name: 'dropout', rate: 0.4 } },
        { class_name: 'Dense', config: { name: 'dense', units: 8, activation: 'softmax' } },
      ],
    },
    compile: {
      optimizer: { class_name: 'Adam', config: { learning_rate: 0.002 } },
      loss: 'categorical_crossentropy',
      metrics: ['accuracy'],
    },
    fit: { epochs: 12, batch_size: 32, validation_split: 0.1 },
  },
};
