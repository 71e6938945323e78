import fc from 'fast-check';
import { expect, test } from 'vitest';
import { differences } from '../../src/model/difference.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { minimise } from '../../src/model/normalise.ts';
import { documents } from '../arbitraries/documents.ts';

type Draft = {
  seed: number;
  title: string;
  dataset: Record<string, unknown>;
  model: { layers: { class_name: string; config: Record<string, unknown> }[] };
  compile: { optimizer: unknown; loss: unknown };
  fit: Record<string, unknown>;
};

/** What `differences` says of the default document and one that was changed. */
function after(change: (draft: Draft) => void) {
  const { document } = admit(digits);
  const draft = structuredClone(minimise(document)) as Draft;
  change(draft);
  return differences(document, admit(draft).document);
}

test('a document is no different from itself', () => {
  fc.assert(
    fc.property(documents, (json) => {
      const { document } = admit(json);
      expect(differences(document, admit(minimise(document)).document)).toEqual([]);
    }),
    { numRuns: 50 },
  );
});

test('settings are named as in Keras, without the path to them', () => {
  expect(
    after((draft) => {
      draft.compile.optimizer = { class_name: 'Adam', config: { learning_rate: 0.001, amsgrad: true } };
      draft.fit.batch_size = 64;
      draft.seed = 99;
      draft.dataset.train = 1000;
      draft.title = 'another';
    }),
  ).toEqual([
    { path: 'seed', from: admit(digits).document.seed, to: 99 },
    { path: 'dataset.train', from: admit(digits).document.dataset.train, to: 1000 },
    { path: 'learning_rate', from: 0.003, to: 0.001 },
    { path: 'amsgrad', from: false, to: true },
    { path: 'batch_size', from: admit(digits).document.fit.batch_size, to: 64 },
  ]);
});

test('another optimizer, a schedule or a callback is said by its class', () => {
  expect(after((draft) => Object.assign(draft.compile, { optimizer: 'sgd', loss: 'mse' }))).toEqual([
    { path: 'optimizer', from: 'Adam', to: 'SGD' },
    { path: 'loss', from: 'CategoricalCrossentropy', to: 'MeanSquaredError' },
  ]);
  const config = { initial_learning_rate: 0.1, decay_steps: 10 };
  expect(
    after((draft) => {
      draft.compile.optimizer = {
        class_name: 'Adam',
        config: { learning_rate: { class_name: 'CosineDecay', config } },
      };
      draft.fit.callbacks = [{ class_name: 'EarlyStopping' }];
    }),
  ).toEqual([
    { path: 'learning_rate', from: 0.003, to: 'CosineDecay' },
    { path: 'EarlyStopping', from: undefined, to: 'EarlyStopping' },
  ]);
});

test('layers are matched by name', () => {
  const [first, second] = admit(digits).document.model.layers.map(({ config }) => config.name);
  const found = after(({ model }) => {
    model.layers[0]!.config.filters = 3;
    model.layers.splice(1, 1);
    model.layers.splice(-1, 0, { class_name: 'Dropout', config: { name: 'rest', rate: 0.5 } });
  });
  expect(found).toContainEqual({ path: `${first}.filters`, from: 8, to: 3 });
  expect(found).toContainEqual({ path: 'rest', from: undefined, to: 'Dropout' });
  expect(found).toContainEqual(expect.objectContaining({ path: second, to: undefined }));
  expect(found).toHaveLength(3);
});
