/** Two convolutions on pictures of 28 × 28 in ten classes: small enough to see all of it, and learnt in seconds. */
export const digitNet = {
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
};
