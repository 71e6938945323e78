import { expect, test } from 'vitest';
import { CUSTOM, type CustomDataset } from '../../../src/model/datasets/custom.ts';
import type { DatasetTarget } from '../../../src/model/datasets/definition.ts';
import { datasetMisfit } from '../../../src/model/datasets/fit.ts';
import { modelForData } from '../../../src/model/edit/model-for-data.ts';
import { digits } from '../../../src/model/examples/digits.ts';
import { admit } from '../../../src/model/gate.ts';

const targets: readonly DatasetTarget[] = [
  { type: 'classes', classes: ['a', 'b'] },
  { type: 'classes', classes: ['a', 'b', 'c'] },
  { type: 'numbers', names: ['x'], unit: '' },
  { type: 'numbers', names: ['x', 'y'], unit: '' },
  { type: 'heads', heads: 3, classes: ['a', 'b'] },
];
const shapes = [
  [1],
  [561],
  [1, 1],
  [2, 9],
  [10, 5],
  [128, 9],
  [16000, 1],
  [8, 8, 3],
  [28, 28, 1],
  [3, 4, 5, 2],
];

const setOf = (shape: readonly number[], target: DatasetTarget): CustomDataset => ({
  name: CUSTOM,
  train: 8,
  test: 2,
  data: 'x',
  file: 'my data.csv',
  shape,
  target,
  range: [0, 1],
  available: { train: 8, test: 2 },
  reading: {},
});

test('data of every shape and target get a model that trains on them', () => {
  const { document: hand } = admit(digits);
  for (const shape of shapes) {
    for (const target of targets) {
      const { document, network } = admit(modelForData(hand, setOf(shape, target)));
      expect(document.compile, `${shape} ${target.type}`).toBeDefined();
      expect(datasetMisfit(document, network)).toBeUndefined();
      expect(document.title).toBe('my data');
    }
  }
});

test('a model that fits stays, and one whose last layer does not gets another', () => {
  const model = {
    input_shape: [10, 5],
    layers: [
      { class_name: 'LSTM', config: { units: 7 } },
      { class_name: 'Dense', config: { units: 2, activation: 'softmax' } },
    ],
  };
  const { document: hand } = admit({
    kernelscope: 1,
    title: 'Mine',
    model,
    compile: { loss: 'categorical_crossentropy' },
  });
  const same = admit(modelForData(hand, setOf([10, 5], targets[0]!))).document;
  expect([same.title, same.model]).toEqual(['Mine', hand.model]);
  const other = admit(modelForData(hand, setOf([20, 3], targets[2]!))).document;
  expect(other.model.layers.map(({ class_name }) => class_name)).toEqual(['LSTM', 'Dense']);
  expect(other.model.layers[1]!.config).toMatchObject({ units: 1, activation: 'linear' });
});
