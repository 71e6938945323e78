import { describe, expect, test } from 'vitest';
import { datasetMisfit } from '../../../src/model/datasets/fit.ts';
import { datasets, findDataset } from '../../../src/model/datasets/registry.ts';
import { completeForTraining } from '../../../src/model/edit/complete-for-training.ts';
import { admit } from '../../../src/model/gate.ts';
import { minimise } from '../../../src/model/normalise.ts';

function completed(name: string, layers: readonly object[], rest: object = {}) {
  const input_shape = findDataset(name)!.shape;
  const { document } = admit({ kernelscope: 1, dataset: { name }, model: { input_shape, layers }, ...rest });
  return admit(completeForTraining(document));
}

const dense = (units: number, config: object = {}) => ({ class_name: 'Dense', config: { units, ...config } });
const flatten = { class_name: 'Flatten' };

test.each(datasets)('a model on $name without a head gets one that can be trained', ({ name, target }) => {
  const { document, network } = completed(name, [
    { class_name: 'Activation', config: { activation: 'tanh' } },
  ]);
  expect(datasetMisfit(document, network)).toBeUndefined();
  const last = network.byName.get(network.outputs.at(-1)!)!;
  expect(last.definition.activation(last.config)).toBe(target.type === 'numbers' ? 'linear' : 'softmax');
  expect(network.outputs).toHaveLength(target.type === 'heads' ? target.heads : 1);
  // Once complete, there is nothing to add.
  expect(minimise(admit(completeForTraining(document)).document)).toEqual(minimise(document));
});

describe('what fits is kept', () => {
  test('one sigmoid unit for two classes gets its loss', () => {
    const { document, network } = completed('spectra', [flatten, dense(1, { activation: 'sigmoid' })]);
    expect(network.layers).toHaveLength(2);
    expect(document.compile).toMatchObject({
      loss: { class_name: 'BinaryCrossentropy' },
      metrics: ['accuracy'],
    });
  });

  test('a unit for each class, or for the number', () => {
    expect(completed('activity', [flatten, dense(6)]).network.layers).toHaveLength(2);
    const { document } = completed('weather', [flatten, dense(1)]);
    expect(document.compile).toMatchObject({
      loss: { class_name: 'MeanSquaredError' },
      metrics: ['mean_absolute_error'],
    });
  });

  test('a loss that is none for the target gives way, the optimizer stays', () => {
    const compile = { optimizer: 'sgd', loss: 'categorical_crossentropy', metrics: ['accuracy'] };
    const { document, network } = completed('weather', [flatten, dense(6)], { compile });
    expect(datasetMisfit(document, network)).toBeUndefined();
    expect(document.compile).toMatchObject({
      optimizer: { class_name: 'SGD' },
      loss: { class_name: 'MeanSquaredError' },
    });
  });
});
