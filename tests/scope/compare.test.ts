import { expect, test } from 'vitest';
import { ranking } from '../../src/model/best-of-models.ts';
import { FakeEngine } from './fake-engine.ts';
import { seenOf, setUp, small, trainable } from './setup.ts';

const wide = {
  ...trainable,
  title: 'Wide',
  model: {
    input_shape: [28, 28, 1],
    layers: [
      { class_name: 'Flatten', config: { name: 'flat' } },
      { class_name: 'Dense', config: { name: 'out', units: 10, activation: 'softmax' } },
    ],
  },
};

async function withSpare(document: unknown = trainable) {
  const engines: FakeEngine[] = [];
  const spare = () => {
    const engine = new FakeEngine();
    engines.push(engine);
    return engine;
  };
  return { ...(await setUp(document, { spare })), engines };
}

test('each model is trained on the data and with the seed of the first; nothing in hand changes', async () => {
  const given = await withSpare(small);
  const { scope, engines, stores } = given;
  const before = await seenOf(given);
  const told: unknown[] = [];
  scope.on('compared', (model) => told.push(model));
  const other = { ...wide, seed: 99, dataset: { name: 'fashion-mnist' } };
  const { models, best, stopped, ...rest } = await scope.compare({
    documents: [trainable, other],
    epochs: 3,
  });
  expect(stopped).toBe('finished');
  expect(rest).toEqual({});
  expect(best).toBe(0);
  expect(told).toEqual(models);
  expect(models.map(({ document }) => document)).toMatchObject([
    { title: 'Trainable', seed: 3, dataset: trainable.dataset, fit: { epochs: 3 } },
    { title: 'Wide', seed: 3, dataset: trainable.dataset, fit: { epochs: 3 } },
  ]);
  expect(models.map(({ params }) => params)).toEqual([170, 7850]);
  expect(models.map(({ epochs }) => epochs.map(({ epoch }) => epoch))).toEqual([
    [1, 2, 3],
    [1, 2, 3],
  ]);
  expect(models[0]).toMatchObject({ evaluation: { loss: 0.25, accuracy: 0.75 }, right: 0.5 });
  expect(await seenOf(given)).toEqual(before);
  expect(engines).toHaveLength(1);
  expect(engines[0]!.destroyed).toBe(true);
  expect(stores.comparison.getState()).toMatchObject({ status: 'idle', training: undefined });

  await scope.setDocument(models[1]!.document, { weights: models[1]!.weights });
  expect((await scope.getWeights('out'))[1]).toEqual(models[1]!.weights.out![1]);
});

test('a pause keeps what is done, and the next call goes on from there', async () => {
  const { scope, engines, stores } = await withSpare();
  const documents = [trainable, wide];
  const first = new Promise((resolve) => scope.on('compared', resolve));
  const running = scope.compare({ documents });
  await expect(scope.train()).rejects.toMatchObject({ code: 'busy' });
  await expect(scope.compare({ documents })).rejects.toMatchObject({ code: 'busy', path: 'compare' });
  await first;
  await scope.pause();
  const paused = await running;
  expect(paused).toMatchObject({ stopped: 'paused', models: [{ params: 170 }] });
  expect(stores.comparison.getState().status).toBe('idle');
  const { models } = await scope.compare({ documents });
  expect(models.map(({ params }) => params)).toEqual([170, 7850]);
  expect(models[0]).toEqual(paused.models[0]);
  expect(engines[1]!.calls.filter((call) => call === 'train')).toHaveLength(1);
});

test.each([
  [undefined, 'type', 'documents'],
  [[], 'range', 'documents'],
  [new Array(9).fill(trainable), 'range', 'documents'],
  [[trainable, 5], 'type', 'documents[1]'],
  [[trainable, { ...wide, compile: undefined }], 'not-compiled', 'documents[1].compile'],
  [[{ ...small, compile: trainable.compile }], 'dataset-shape', 'documents[0].model.input_shape'],
  [
    [{ ...trainable, model: { input_shape: [28], layers: [{ class_name: 'Nothing' }] } }],
    'unknown-layer',
    /^documents\[0\]\.model\.layers\[0\]/,
  ],
])('%j is refused: %s', async (documents, code, path) => {
  const { scope } = await withSpare();
  const wanted = path instanceof RegExp ? expect.stringMatching(path) : path;
  await expect(scope.compare({ documents } as never)).rejects.toMatchObject({ code, path: wanted });
});

test('an engine that fails ends it with its error; what was done stays', async () => {
  const { scope, engines, stores } = await withSpare();
  scope.on('compared', () => engines[0]!.failing.set('train', new Error('out of memory')));
  await expect(scope.compare({ documents: [trainable, wide] })).rejects.toMatchObject({ code: 'engine' });
  expect(stores.comparison.getState()).toMatchObject({ status: 'idle' });
  expect(stores.comparison.getState().done.size).toBe(1);
});

test('ranked by error or loss, less is better; by right ones, more is', () => {
  const merits = (type: 'right' | 'error' | 'loss', ...values: number[]) =>
    values.map((value) => ({ type, value }));
  expect(ranking(merits('right', 0.5, 0.9, 0.7))).toEqual([1, 2, 0]);
  expect(ranking(merits('error', 3, 1, 2))).toEqual([1, 2, 0]);
  expect(ranking(merits('loss', Number.NaN, 2))).toEqual([1, 0]);
  expect(ranking([...merits('loss', 1), ...merits('right', 1)])).toBeUndefined();
  expect(ranking([])).toBeUndefined();
});
