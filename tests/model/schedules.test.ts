import { expect, test } from 'vitest';
import { admit } from '../../src/model/gate.ts';
import { minimise } from '../../src/model/normalise.ts';
import { type LearningRate, learningRateAt } from '../../src/model/schedules.ts';

const model = {
  input_shape: [28, 28, 1],
  layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 10 } }],
};

function documentWith(learning_rate: unknown, callbacks: unknown[] = []) {
  return {
    kernelscope: 1,
    model,
    compile: { optimizer: { class_name: 'SGD', config: { learning_rate } }, loss: 'mse' },
    fit: { callbacks },
  };
}

function rateOf(learning_rate: unknown): LearningRate {
  return admit(documentWith(learning_rate)).document.compile!.optimizer.config.learning_rate;
}

test('a number stays what it is', () => {
  expect([0, 1, 1000].map((step) => learningRateAt(rateOf(0.05), step))).toEqual([0.05, 0.05, 0.05]);
});

test('ExponentialDecay halves over decay_steps, smoothly or in steps', () => {
  const config = { initial_learning_rate: 0.8, decay_steps: 4, decay_rate: 0.25 };
  const smooth = rateOf({ class_name: 'ExponentialDecay', config });
  // 0.25 ^ (step / 4): a factor of 1 / sqrt(2) a step.
  const expected = [0.8, 0.5656854, 0.4, 0.2828427, 0.2];
  expected.forEach((rate, step) => {
    expect(learningRateAt(smooth, step)).toBeCloseTo(rate, 6);
  });
  const stairs = rateOf({ class_name: 'exponential_decay', config: { ...config, staircase: true } });
  expect([0, 3, 4, 7].map((step) => learningRateAt(stairs, step))).toEqual([0.8, 0.8, 0.2, 0.2]);
  expect(learningRateAt(stairs, 8)).toBeCloseTo(0.05, 12);
});

test('CosineDecay falls along half a cosine to alpha times the start, and stays there', () => {
  const rate = rateOf({
    class_name: 'CosineDecay',
    config: { initial_learning_rate: 0.4, decay_steps: 4, alpha: 0.25 },
  });
  // cos(0), cos(45°), cos(90°), cos(135°), cos(180°): 0.4 · (0.75 · (1 + cos) / 2 + 0.25).
  const expected = [0.4, 0.356066, 0.25, 0.143934, 0.1, 0.1, 0.1];
  expected.forEach((value, step) => {
    expect(learningRateAt(rate, step)).toBeCloseTo(value, 6);
  });
});

test('a warm-up goes straight to its target, and the cosine starts after it', () => {
  const config = { initial_learning_rate: 0, decay_steps: 2, warmup_target: 0.6, warmup_steps: 3 };
  const rate = rateOf({ class_name: 'CosineDecay', config });
  const expected = [0, 0.2, 0.4, 0.6, 0.3, 0, 0];
  expected.forEach((value, step) => {
    expect(learningRateAt(rate, step)).toBeCloseTo(value, 12);
  });
  // Without a target Keras passes over the steps of the warm-up.
  const cold = rateOf({
    class_name: 'CosineDecay',
    config: { ...config, initial_learning_rate: 0.6, warmup_target: null },
  });
  expect(
    [0, 1, 2].map((step) => learningRateAt(cold, step)).map((value) => Number(value.toFixed(9))),
  ).toEqual([0.6, 0.3, 0]);
});

test('the short form of a schedule leaves out its defaults, and Keras’s name of it', () => {
  const config = {
    initial_learning_rate: 0.1,
    decay_steps: 100,
    alpha: 0,
    warmup_steps: 0,
    name: 'CosineDecay',
  };
  const { document } = admit(documentWith({ class_name: 'CosineDecay', config }));
  const short = minimise(document) as { compile: { optimizer: { config: unknown } } };
  expect(short.compile.optimizer.config).toEqual({
    learning_rate: { class_name: 'CosineDecay', config: { initial_learning_rate: 0.1, decay_steps: 100 } },
  });
  expect(admit(short).document).toEqual(document);
});

const PATH = 'compile.optimizer.config.learning_rate';
const decay = { initial_learning_rate: 0.1, decay_steps: 10, decay_rate: 0.9 };
test.each([
  [
    { class_name: 'ExponentialDecay', config: { ...decay, decay_steps: 0 } },
    'range',
    `${PATH}.config.decay_steps`,
  ],
  [
    { class_name: 'ExponentialDecay', config: { ...decay, decay_steps: 2.5 } },
    'range',
    `${PATH}.config.decay_steps`,
  ],
  [{ class_name: 'ExponentialDecay', config: { ...decay, rate: 1 } }, 'unknown-key', `${PATH}.config.rate`],
  [{ class_name: 'ExponentialDecay' }, 'missing-key', `${PATH}.config.initial_learning_rate`],
  [{ class_name: 'Polynomial', config: {} }, 'unsupported', `${PATH}.class_name`],
  [-1, 'range', PATH],
  ['fast', 'type', PATH],
])('%j is refused', (rate, code, path) => {
  expect(() => admit(documentWith(rate))).toThrow(expect.objectContaining({ code, path }));
});

test('a rate that follows a schedule is set by no callback', () => {
  const callbacks = [{ class_name: 'EarlyStopping' }, { class_name: 'ReduceLROnPlateau' }];
  const schedule = { class_name: 'ExponentialDecay', config: decay };
  expect(() => admit(documentWith(schedule, callbacks))).toThrow(
    expect.objectContaining({ code: 'unsupported', path: 'fit.callbacks[1]', reason: 'scheduled-rate' }),
  );
  expect(admit(documentWith(0.1, callbacks)).document.fit.callbacks[1]).toEqual({
    class_name: 'ReduceLROnPlateau',
    config: {
      monitor: 'val_loss',
      factor: 0.1,
      patience: 10,
      mode: 'auto',
      min_delta: 1e-4,
      cooldown: 0,
      min_lr: 0,
    },
  });
  const large = [{ class_name: 'ReduceLROnPlateau', config: { factor: 1 } }];
  expect(() => admit(documentWith(0.1, large))).toThrow(
    expect.objectContaining({ code: 'range', path: 'fit.callbacks[0].config.factor' }),
  );
});
