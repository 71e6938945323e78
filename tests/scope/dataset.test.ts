import { expect, test, vi } from 'vitest';
import { setUp, trainable } from './setup.ts';

const fashion = { ...trainable, dataset: { name: 'fashion-mnist', train: 100, test: 50 } };

test('another data set of the same shape brings a probe and samples of its own', async () => {
  const { engine, scope, stores } = await setUp();
  const sample = vi.spyOn(engine, 'sample');
  const samples = vi.spyOn(engine, 'samples');
  const before = stores.trace.getState().probe;
  await scope.setDocument(fashion);
  expect(sample).toHaveBeenCalledWith('test', 37, fashion.dataset);
  expect(stores.trace.getState().probe).not.toBe(before);
  await vi.waitFor(() => expect(stores.status.getState().samples).toHaveLength(20));
  expect(samples).toHaveBeenCalledWith('test', 20, fashion.dataset);
});

test('numbers typed by hand stay, whatever the data', async () => {
  const { scope, stores } = await setUp();
  const data = new Float32Array(784).fill(0.5);
  await scope.setInput({ tensor: { shape: [28, 28, 1], data } });
  await scope.setDocument(fashion);
  expect(stores.trace.getState().probe.source).toEqual({ type: 'tensor' });
});

test('the same data set keeps the sample', async () => {
  const { scope, stores } = await setUp();
  await scope.setInput({ split: 'test', index: 4 });
  await scope.setDocument({ ...trainable, seed: 9 });
  expect(stores.trace.getState().probe.source).toMatchObject({ index: 4 });
});
