import { digits, type Example, networkOf, noise, seven } from '../network-of.ts';
import { lensOf } from '../with-formulas.ts';

function pooled(
  class_name: string,
  config: Readonly<Record<string, unknown>>,
  shape: readonly number[] = [7, 7, 2],
): Example {
  return networkOf(noise(shape), [[class_name, { name: 'pool', ...config }]]);
}

function activated(name: string): Example {
  return networkOf(noise([12, 12, 3]), [['Activation', { name: 'activation', activation: name }]]);
}

export const lensPictures = {
  'max-pooling2d': () => lensOf(digits(), 'max_pooling2d', [4, 6, 3]),
  'max-pooling2d-same-edge': () =>
    lensOf(pooled('MaxPooling2D', { pool_size: 3, strides: 2, padding: 'same' }), 'pool', [3, 3, 1]),
  'average-pooling2d': () => lensOf(pooled('AveragePooling2D', { pool_size: 3 }), 'pool', [1, 0, 0]),
  'average-pooling2d-phone': () =>
    lensOf(pooled('AveragePooling2D', { pool_size: 3, padding: 'same' }), 'pool', [0, 2, 0], 358, 420),
  'global-max-pooling2d': () => lensOf(pooled('GlobalMaxPooling2D', {}), 'pool', [1]),
  'global-average-pooling2d-large': () =>
    lensOf(pooled('GlobalAveragePooling2D', {}, [64, 48, 2]), 'pool', [0]),
  're-lu': () => lensOf(networkOf(noise([12, 12, 3]), [['ReLU']]), 're_lu', [3, 4, 1]),
  're-lu-leaky': () =>
    lensOf(
      networkOf(noise([12, 12, 3]), [['ReLU', { negative_slope: 0.2, max_value: 0.5 }]]),
      're_lu',
      [3, 4, 1],
    ),
  'activation-tanh': () => lensOf(activated('tanh'), 'activation', [0, 0, 0]),
  'activation-phone': () => lensOf(activated('sigmoid'), 'activation', [0, 0, 0], 358, 420),
  'activation-softmax': () =>
    lensOf(networkOf(noise([10]), [['Activation', { activation: 'softmax' }]]), 'activation', [4]),
  flatten: () => lensOf(digits(), 'flatten', [279]),
  'flatten-phone': () => lensOf(digits(), 'flatten', [3], 358, 420),
  dropout: () => lensOf(networkOf(seven([9, 9, 1]), [['Dropout', { rate: 0.25 }]]), 'dropout', [2, 5, 0]),
  'dropout-phone': () =>
    lensOf(networkOf(seven([9, 9, 1]), [['Dropout', { rate: 0.25 }]]), 'dropout', [2, 5, 0], 358, 420),
};

function dense(units: number, activation: string, inputs = 40): Example {
  return networkOf(noise([inputs]), [['Dense', { units, activation }]]);
}

export const densePictures = {
  'dense-softmax': () => lensOf(digits(), 'dense', [7]),
  'dense-softmax-tall': () => lensOf(digits(), 'dense', [7], 760, 560),
  'dense-relu': () => lensOf(dense(8, 'relu'), 'dense', [3]),
  'dense-few': () => lensOf(dense(1, 'sigmoid', 3), 'dense', [0]),
  'dense-many-classes': () => lensOf(dense(100, 'softmax'), 'dense', [42]),
  'dense-phone': () => lensOf(digits(), 'dense', [7], 358, 560),
  'dense-relu-phone': () => lensOf(dense(8, 'relu'), 'dense', [3], 358, 420),
};
