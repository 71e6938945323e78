import { expect, test } from 'vitest';
import { admit } from '../../../src/model/gate.ts';
import { axisPlace } from '../../../src/ui/lens/axis-place.ts';

const after = (class_name: string, config: object) =>
  admit({ kernelscope: 1, model: { input_shape: [10, 5], layers: [{ class_name, config }] } }).network;

test('steps, features and units are told as what they are, and rows and columns where they are mixed', () => {
  expect(axisPlace(after('Permute', { dims: [2, 1] }), { layer: 'permute', index: [2, 3] })).toEqual([
    'feature 2 of 5',
    'step 3 of 10',
  ]);
  expect(axisPlace(after('Reshape', { target_shape: [5, 10] }), { layer: 'reshape', index: [1, 7] })).toEqual(
    ['row 1 of 5', 'column 7 of 10'],
  );
  expect(
    axisPlace(after('LSTM', { units: 4, return_sequences: true }), { layer: 'lstm', index: [3, 2] }),
  ).toEqual(['step 3 of 10', 'unit 2 of 4']);
  expect(
    axisPlace(after('Conv1D', { filters: 2, kernel_size: 3 }), { layer: 'conv1d', index: [1, 1] }),
  ).toBeUndefined();
});
