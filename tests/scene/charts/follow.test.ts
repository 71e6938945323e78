import fc from 'fast-check';
import { expect, test } from 'vitest';
import { follow } from '../../../src/scene/charts/follow.ts';
import { createValues, type Values } from '../../../src/scene/charts/values.ts';

function valuesOf(list: readonly number[], first = 1) {
  const values = createValues();
  list.forEach((value, at) => {
    values.push(first + at, value);
  });
  return values;
}

test('values keep every number, also over gaps', () => {
  const values = valuesOf([1, 2]);
  values.push(600, 3);
  expect([values.first, values.length, values.at(1), values.at(599)]).toEqual([1, 600, 2, 3]);
  expect([values.at(2), values.at(598), values.at(600)]).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});

test('smoothing is the weighted mean of all that came before, the nearest the heaviest', () => {
  const numbers = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 1, maxLength: 40 });
  fc.assert(
    fc.property(numbers, fc.constantFrom(0, 0.5, 0.9, 0.99), (list, smoothing) => {
      const follower = follow(valuesOf(list), { smoothing });
      follower.update();
      list.forEach((_, at) => {
        let sum = 0;
        let weights = 0;
        for (let back = 0; back <= at; back++) {
          sum += smoothing ** back * list[at - back]!;
          weights += smoothing ** back;
        }
        expect(follower.series.mean[at]).toBeCloseTo(sum / weights, 4);
      });
    }),
  );
});

test('a part is what the whole says of it', () => {
  const list = Array.from({ length: 50 }, (_, at) => Math.sin(at));
  const whole = follow(valuesOf(list), { smoothing: 0.8 });
  const part = follow(valuesOf(list), { smoothing: 0.8, from: 11, to: 20 });
  whole.update();
  part.update();
  expect([part.series.first, part.series.last, part.series.length]).toEqual([11, 20, 10]);
  expect([...part.series.mean.slice(0, 10)]).toEqual([...whole.series.mean.slice(10, 20)]);
});

test('at 100,000 batches one more costs one more', () => {
  const values = valuesOf(Array.from({ length: 100_000 }, (_, at) => 1 / (at + 1)));
  let reads = 0;
  const counted: Values = {
    get first() {
      return values.first;
    },
    get length() {
      return values.length;
    },
    at(at) {
      reads++;
      return values.at(at);
    },
  };
  const follower = follow(counted, { smoothing: 0.6 });
  expect(follower.update()).toBe(100_000);
  reads = 0;
  values.push(100_001, 0.5);
  expect(follower.update()).toBe(1);
  expect(reads).toBe(1);
  expect(follower.series.last).toBe(100_001);
});
