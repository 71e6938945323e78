import { expect, test } from 'vitest';
import { insertLayer, moveLayer, removeLayer } from '../../src/model/edit/layers.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { changeText } from '../../src/text/change.ts';

const before = admit(digits).document;

test.each([
  ['Added dropout', insertLayer(before, 1, 'Dropout')],
  ['Removed max_pooling2d', removeLayer(before, 'max_pooling2d')],
  ['Changed the model', moveLayer(before, 'conv2d_1', 1)],
  ['Changed the model', before],
  ['epochs: 10 to 12', { ...before, fit: { ...before.fit, epochs: 12 } }],
  [
    'epochs: 10 to 12; shuffle: true to false',
    { ...before, fit: { ...before.fit, epochs: 12, shuffle: false } },
  ],
  ['optimizer: Adam to SGD', { ...before, compile: { ...before.compile, optimizer: 'sgd' } }],
  [
    'learning_rate: 0.003 to 0.01',
    {
      ...before,
      compile: { ...before.compile, optimizer: { class_name: 'Adam', config: { learning_rate: 0.01 } } },
    },
  ],
  ['train: 2000 to 300', { ...before, dataset: { ...before.dataset, train: 300 } }],
  [
    'callbacks: none to EarlyStopping',
    { ...before, fit: { ...before.fit, callbacks: [{ class_name: 'EarlyStopping' }] } },
  ],
  [
    'conv2d, kernel_size: 3×3 to 5×5',
    {
      ...before,
      model: {
        ...before.model,
        layers: before.model.layers.map((layer) =>
          layer.config.name === 'conv2d' ? { ...layer, config: { ...layer.config, kernel_size: 5 } } : layer,
        ),
      },
    },
  ],
])('%s', (text, after) => {
  const { document } = admit(after);
  expect(changeText(before, document)).toBe(text);
});
