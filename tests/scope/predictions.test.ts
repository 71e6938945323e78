import { expect, test } from 'vitest';
import { FakeEngine } from './fake-engine.ts';
import { setUp, trainable } from './setup.ts';

const weather = {
  kernelscope: 1,
  seed: 3,
  dataset: { name: 'weather', train: 100, test: 50 },
  model: {
    input_shape: [10, 5],
    layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 1 } }],
  },
  compile: { loss: 'mse' },
};

const numbers = {
  truths: Float32Array.of(1, 2),
  predictions: Float32Array.of(1.5, 2),
  errors: { mean_absolute_error: 0.25, mean_squared_error: 0.125 },
  baseline: { type: 'last-value', mean_absolute_error: 1, mean_squared_error: 2 },
} as const;

test('predicted numbers come with their errors and those of a guess without a model', async () => {
  const page = await setUp(weather);
  page.engine.evaluate = async () =>
    ({ metrics: { loss: 0.125 }, confusion: [], outcomes: [], numbers }) as never;
  expect(await page.scope.evaluate({ split: 'test' })).toEqual({
    loss: 0.125,
    mean_absolute_error: 0.25,
    mean_squared_error: 0.125,
    baseline_mean_absolute_error: 1,
    baseline_mean_squared_error: 2,
  });
  const given = await page.scope.predictions({ split: 'test' });
  expect(given).toEqual(numbers);
  given.truths[0] = 9;
  expect((await page.scope.predictions({ split: 'test' })).truths[0]).toBe(1);
});

test('of classes there are none', async () => {
  const { scope } = await setUp(trainable);
  await expect(scope.predictions({ split: 'test' })).rejects.toMatchObject({
    code: 'unsupported',
    path: 'dataset',
  });
  await expect(scope.predictions({ split: 'all' as never })).rejects.toMatchObject({ path: 'split' });
});

const texts = {
  kernelscope: 1,
  seed: 3,
  dataset: { name: 'sentences' },
  model: {
    input_shape: [16],
    layers: [
      { class_name: 'Embedding', config: { input_dim: 300, output_dim: 2 } },
      { class_name: 'Flatten' },
    ],
  },
};

test('a text becomes the probe: its words are looked up, those that are unknown and have no room are said', async () => {
  const { scope, stores } = await setUp(texts);
  await scope.setInput({ text: 'A, a zorb! ' });
  const { input, source, label } = stores.trace.getState().probe;
  // The fake vocabulary has one word, number 2.
  expect([...input.data]).toEqual([2, 2, 1, ...new Array<number>(13).fill(0)]);
  expect(source).toEqual({ type: 'tensor', note: expect.stringMatching(/^“A, a zorb!”.*: zorb$/) });
  expect(label).toBeUndefined();
  await scope.setInput({ text: 'a '.repeat(18) });
  expect(stores.trace.getState().probe.source).toMatchObject({ note: expect.stringContaining('2 words') });
});

test('a text is cut to as many words as the model reads', async () => {
  const { scope, stores } = await setUp({ ...texts, model: { ...texts.model, input_shape: [4] } });
  await scope.setInput({ text: 'a zorb' });
  expect(stores.trace.getState().probe.input).toEqual({ shape: [4], data: Float32Array.of(2, 1, 0, 0) });
  await scope.setInput({ text: 'a a a a a a' });
  expect([...stores.trace.getState().probe.input.data]).toEqual([2, 2, 2, 2]);
  expect(stores.trace.getState().probe.source).toMatchObject({ note: expect.stringContaining('2 words') });
});

test.each([
  ['a text that is none', texts, { text: 3 }, 'type'],
  ['a text that is too long', texts, { text: 'a'.repeat(10_001) }, 'type'],
  ['data that are no texts', trainable, { text: 'a' }, 'unsupported'],
])('%s: refused', async (_name, document, input, code) => {
  const { scope, stores } = await setUp(document);
  const before = stores.trace.getState().probe;
  await expect(scope.setInput(input as never)).rejects.toMatchObject({ code, path: 'text' });
  expect(stores.trace.getState().probe).toBe(before);
});

test('the vocabulary is there with the data, and goes with them', async () => {
  const { scope, stores } = await setUp(texts);
  await expect.poll(() => stores.status.getState().words).toEqual(['', '?', 'a']);
  await scope.setDocument(trainable);
  await expect.poll(() => stores.status.getState().words).toBeUndefined();
});

test('the activity model is measured ten times', async () => {
  const activity = {
    kernelscope: 1,
    dataset: { name: 'activity' },
    model: {
      input_shape: [128, 9],
      layers: [
        { class_name: 'GlobalMaxPooling1D' },
        { class_name: 'Dense', config: { units: 6, activation: 'softmax' } },
      ],
    },
    compile: { loss: 'categorical_crossentropy', metrics: ['accuracy'] },
  };
  const { scope } = await setUp(activity, { spare: () => new FakeEngine() });
  const { scores, stopped } = await scope.experiment({ epochs: 1 });
  expect([scores.length, stopped]).toEqual([10, 'finished']);
});
