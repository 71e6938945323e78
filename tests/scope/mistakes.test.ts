import { expect, test } from 'vitest';
import { setUp } from './setup.ts';

const indices = (list: readonly { readonly index: number }[]) => list.map(({ index }) => index);

test('the surest mistakes come first, with their pictures', async () => {
  const { scope } = await setUp();
  const found = await scope.mistakes({ split: 'test' });
  expect(found.map(({ input: _, ...rest }) => rest)).toEqual([
    { index: 2, truth: 1, prediction: 0, confidence: 0.8 },
    { index: 1, truth: 0, prediction: 1, confidence: 0.6 },
  ]);
  await scope.setInput({ split: 'test', index: 2 });
  const { input } = await scope.activations('input');
  expect(found[0]!.input).toEqual(input);
});

test('a cell of the matrix gives its samples; of right ones, the least sure first', async () => {
  const { scope } = await setUp();
  expect(indices(await scope.mistakes({ split: 'test', truth: 0, predicted: 1 }))).toEqual([1]);
  expect(indices(await scope.mistakes({ split: 'test', predicted: 0 }))).toEqual([2]);
  expect(indices(await scope.mistakes({ split: 'test', truth: 0, predicted: 0 }))).toEqual([3, 0]);
  expect(indices(await scope.mistakes({ split: 'test', limit: 1 }))).toEqual([2]);
});

test('is computed once for the same weights', async () => {
  const { scope, engine } = await setUp();
  const calls = () => engine.calls.filter((name) => name === 'evaluate').length;
  await scope.evaluate({ split: 'test' });
  await scope.mistakes({ split: 'test' });
  await scope.mistakes({ split: 'test', truth: 1 });
  expect(calls()).toBe(1);
  await scope.mistakes({ split: 'train' });
  expect(calls()).toBe(2);
  await scope.reset();
  await scope.mistakes({ split: 'train' });
  expect(calls()).toBe(3);
});

test.each([
  [{ split: 'all' }, 'not-found', 'split'],
  [{ split: 'test', truth: -1 }, 'range', 'truth'],
  [{ split: 'test', predicted: 'a' }, 'type', 'predicted'],
  [{ split: 'test', limit: 0 }, 'range', 'limit'],
  [{ split: 'test', least: 1 }, 'unknown-key', 'least'],
])('%j is refused', async (options, code, path) => {
  const { scope } = await setUp();
  await expect(scope.mistakes(options as never)).rejects.toMatchObject({ code, path });
});
