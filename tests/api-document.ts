/** The document of API.md, section 1, as it is shared: without the view. */
export const apiDocument = {
  kernelscope: 1,
  title: 'Digits, one convolution',
  seed: 7,
  dataset: { name: 'mnist', train: 2000, test: 500 },
  model: {
    input_shape: [28, 28, 1],
    layers: [
      {
        class_name: 'Conv2D',
        config: { name: 'conv2d', filters: 8, kernel_size: [3, 3], activation: 'relu' },
      },
      { class_name: 'MaxPooling2D', config: { name: 'max_pooling2d', pool_size: [2, 2] } },
      { class_name: 'Flatten', config: { name: 'flatten' } },
      { class_name: 'Dense', config: { name: 'dense', units: 10, activation: 'softmax' } },
    ],
  },
  compile: {
    optimizer: { class_name: 'Adam', config: { learning_rate: 0.001 } },
    loss: 'categorical_crossentropy',
    metrics: ['accuracy'],
  },
  fit: {
    epochs: 5,
    batch_size: 32,
    validation_split: 0.1,
    shuffle: true,
    callbacks: [{ class_name: 'EarlyStopping', config: { patience: 3 } }],
  },
};
