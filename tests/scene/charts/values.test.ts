import { expect, it } from 'vitest';
import { createValues } from '../../../src/scene/charts/values.ts';

it('keeps the number of each step, and has none for steps left out, before the first or to come', () => {
  const values = createValues();
  values.push(3, 0.5);
  values.push(5, 0.25);
  expect([values.first, values.length]).toEqual([3, 3]);
  expect([-1, 0, 1, 2, 3, 300].map(values.at)).toEqual([NaN, 0.5, NaN, 0.25, NaN, NaN]);
});
