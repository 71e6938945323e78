import { expect, test } from 'vitest';
import { trainedOf } from '../../src/model/datasets/split.ts';

// As Keras's train_validation_split: int(math.floor(count * (1.0 - validation_split))).
test.each([
  [2000, 0.1, 1800],
  [10, 0.25, 7],
  [5, 0.1, 4],
  // 1 - 0.9 is a little less than 0.1 in 64 bits.
  [10, 0.9, 0],
  [7, 0, 7],
])('of %i pictures at a split of %f are trained with %i', (count, split, trained) => {
  expect(trainedOf(count, split)).toBe(trained);
});
