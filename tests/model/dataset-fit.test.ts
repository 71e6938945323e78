import { describe, expect, it } from 'vitest';
import { datasetMisfit } from '../../src/model/datasets/fit.ts';
import { admit } from '../../src/model/gate.ts';

function misfit(input_shape: number[], units: number, loss?: string) {
  const layers = [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units } }];
  const compile = loss === undefined ? {} : { compile: { loss } };
  const { document, network } = admit({ kernelscope: 1, model: { input_shape, layers }, ...compile });
  return datasetMisfit(document, network);
}

describe('datasetMisfit', () => {
  it('is nothing where the model takes the digits and has a unit for each', () => {
    expect(misfit([28, 28, 1], 10)).toBeUndefined();
    expect(misfit([28, 28, 1], 12, 'sparse_categorical_crossentropy')).toBeUndefined();
    expect(misfit([28, 28, 1], 1, 'mse')).toBeUndefined();
  });

  it('says which end does not fit', () => {
    const wrong = { code: 'dataset-shape', path: 'model.input_shape', received: '[28, 28, 3]' };
    expect(misfit([28, 28, 3], 10)).toMatchObject(wrong);
    expect(misfit([784], 10)).toMatchObject({ path: 'model.input_shape' });
    expect(misfit([28, 28, 1], 9)).toMatchObject({ code: 'dataset-shape', received: '[9]' });
    expect(misfit([28, 28, 1], 12, 'categorical_crossentropy')).toMatchObject({ code: 'dataset-shape' });
    expect(misfit([28, 28, 1], 1, 'bce')).toMatchObject({ code: 'dataset-shape' });
  });

  it('says the free sizes of the input as they were given', () => {
    const layers = [{ class_name: 'GlobalMaxPooling2D' }, { class_name: 'Dense', config: { units: 10 } }];
    const { document, network } = admit({ kernelscope: 1, model: { input_shape: [null, null, 3], layers } });
    const wrong = { path: 'model.input_shape', expected: '[28, 28, 1]', received: '[null, null, 3]' };
    expect(datasetMisfit(document, network)).toMatchObject(wrong);
  });
});
