import { expect, test } from 'vitest';
import { CALLBACK_NAMES } from '../../src/model/callbacks.ts';
import { digits } from '../../src/model/examples/digits.ts';
import { admit } from '../../src/model/gate.ts';
import { lossesOf } from '../../src/model/heads.ts';
import { LOSS_NAMES } from '../../src/model/losses.ts';
import { OPTIMIZER_NAMES } from '../../src/model/optimizers.ts';
import { SCHEDULE_NAMES } from '../../src/model/schedules.ts';
import { settings } from '../../src/text/settings.ts';
import { monitorsOf, refusalOf, valueAt, withValue } from '../../src/ui/lab/setting.ts';

const { document } = admit(digits);
const rates = [
  0.1,
  ...SCHEDULE_NAMES.map((class_name) => ({
    class_name,
    config: {
      initial_learning_rate: 0.1,
      decay_steps: 10,
      ...(class_name === 'ExponentialDecay' && { decay_rate: 0.5 }),
    },
  })),
];

test('every setting that there is has its meaning in a line', () => {
  const named = new Set<string>(['optimizer', 'loss', 'schedule', 'seed', 'train', 'test']);
  for (const class_name of OPTIMIZER_NAMES) {
    for (const learning_rate of rates) {
      const optimizer = { class_name, config: { learning_rate } };
      const { config } = admit({ ...document, compile: { ...document.compile, optimizer } }).document.compile!
        .optimizer;
      for (const key of Object.keys(config)) named.add(key);
      if (typeof config.learning_rate === 'object')
        for (const key of Object.keys(config.learning_rate.config)) named.add(key);
    }
  }
  for (const loss of LOSS_NAMES) {
    const { compile } = admit({ ...document, compile: { ...document.compile, loss } }).document;
    const { config } = lossesOf(compile!)[0]!;
    for (const key of Object.keys(config)) named.add(key);
  }
  const callbacks = CALLBACK_NAMES.map((class_name) => ({ class_name }));
  const { fit } = admit({ ...document, fit: { ...document.fit, callbacks } }).document;
  for (const { class_name, config } of fit.callbacks)
    for (const key of [class_name, ...Object.keys(config)]) named.add(key);
  for (const key of Object.keys(fit)) if (key !== 'callbacks') named.add(key);
  expect([...named].filter((key) => !Object.hasOwn(settings.meanings, key))).toEqual([]);
  expect(Object.keys(settings.meanings).filter((key) => !named.has(key))).toEqual([]);
});

test('setting a value copies what holds it, and nothing else', () => {
  const keys = ['fit', 'batch_size'];
  const next = withValue(document, keys, 8) as typeof document;
  expect(valueAt(next, keys)).toBe(8);
  expect(document.fit.batch_size).not.toBe(8);
  expect(next.model).toBe(document.model);
  expect(withValue([1, 2, 3], [1], 5)).toEqual([1, 5, 3]);
});

test('what the gate refuses is said in its sentence', () => {
  expect(refusalOf(document)).toBeUndefined();
  expect(refusalOf(withValue(document, ['fit', 'validation_split'], 1))).toMatch(
    /^At fit\.validation_split: expected a number of at least 0 and below 1, received 1\./,
  );
});

test('a callback may watch the figures that an epoch has', () => {
  expect(monitorsOf(document, 'val_loss')).toEqual(['val_loss', 'val_accuracy', 'loss', 'accuracy']);
  const alone = { ...document, fit: { ...document.fit, validation_split: 0 } };
  expect(monitorsOf(alone, 'val_loss')).toEqual(['loss', 'accuracy', 'val_loss']);
});
