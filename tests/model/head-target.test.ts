import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { DatasetTarget } from '../../src/model/datasets/definition.ts';
import { headTarget } from '../../src/model/datasets/head-target.ts';
import { lossSchema } from '../../src/model/losses.ts';

const classes = (count: number): DatasetTarget => ({
  type: 'classes',
  classes: Array.from({ length: count }, (_, at) => `class ${at}`),
});
const numbers = (count: number): DatasetTarget => ({
  type: 'numbers',
  names: Array.from({ length: count }, (_, at) => `number ${at}`),
  unit: '',
});
const heads: DatasetTarget = { type: 'heads', heads: 3, classes: ['a', 'b', 'c', 'd'] };

function trainedOn(target: DatasetTarget, loss: string | undefined, shape: number[], at = 0, outputs = 1) {
  return headTarget(target, loss === undefined ? undefined : v.parse(lossSchema, loss), shape, {
    at,
    outputs,
  });
}

describe('what an output is trained on', () => {
  test('of classes: one number a class, enough of them for a sparse loss', () => {
    const hot = (units: number) => ({ shape: [units], from: 0, count: 1, oneHot: units });
    expect(trainedOn(classes(5), 'categorical_crossentropy', [5])).toEqual(hot(5));
    expect(trainedOn(classes(5), undefined, [5])).toEqual(hot(5));
    expect(trainedOn(classes(5), 'sparse_categorical_crossentropy', [8])).toEqual(hot(8));
    expect(trainedOn(classes(5), 'sparse_categorical_crossentropy', [4])).toBeUndefined();
    expect(trainedOn(classes(5), 'categorical_crossentropy', [8])).toBeUndefined();
    expect(trainedOn(classes(5), 'categorical_crossentropy', [1, 5])).toBeUndefined();
  });

  test('of two classes: one unit says how likely the second is', () => {
    const bare = { shape: [1], from: 0, count: 1 };
    expect(trainedOn(classes(2), 'binary_crossentropy', [1])).toEqual({ ...bare, binary: true });
    expect(trainedOn(classes(2), 'hinge', [1])).toEqual(bare);
    expect(trainedOn(classes(3), 'binary_crossentropy', [1])).toBeUndefined();
    expect(trainedOn(classes(2), 'categorical_crossentropy', [1])).toBeUndefined();
    expect(trainedOn(classes(3), 'mse', [1])).toEqual(bare);
    expect(trainedOn(classes(2), 'binary_crossentropy', [2])).toMatchObject({ oneHot: 2 });
  });

  test('of numbers: as many units, or one output each; never a distribution', () => {
    expect(trainedOn(numbers(1), 'mse', [1])).toEqual({ shape: [1], from: 0, count: 1 });
    expect(trainedOn(numbers(3), 'mae', [3])).toEqual({ shape: [3], from: 0, count: 3 });
    expect(trainedOn(numbers(3), 'mse', [1], 2, 3)).toEqual({ shape: [1], from: 2, count: 1 });
    expect(trainedOn(numbers(3), 'mse', [2])).toBeUndefined();
    expect(trainedOn(numbers(1), 'categorical_crossentropy', [1])).toBeUndefined();
  });

  test('of heads: an output each, or a row each of one', () => {
    expect(trainedOn(heads, 'categorical_crossentropy', [4], 2, 3)).toEqual({
      shape: [4],
      from: 2,
      count: 1,
      oneHot: 4,
    });
    expect(trainedOn(heads, 'categorical_crossentropy', [3, 4])).toEqual({
      shape: [3, 4],
      from: 0,
      count: 3,
      oneHot: 4,
    });
    expect(trainedOn(heads, 'categorical_crossentropy', [4])).toBeUndefined();
    expect(trainedOn(heads, 'categorical_crossentropy', [4, 3])).toBeUndefined();
  });
});
