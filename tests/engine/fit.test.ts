import { expect, test } from 'vitest';
import type { EpochRecord } from '../../src/engine/engine.ts';
import { createFit } from '../../src/engine/fit.ts';
import { admit } from '../../src/model/gate.ts';
import type { Weights } from '../../src/model/trace.ts';

function documentWith(...callbacks: unknown[]) {
  return admit({
    kernelscope: 1,
    model: {
      input_shape: [28, 28, 1],
      layers: [{ class_name: 'Flatten' }, { class_name: 'Dense', config: { units: 10 } }],
    },
    compile: { optimizer: { class_name: 'SGD', config: { learning_rate: 0.8 } }, loss: 'mse' },
    fit: { callbacks },
  }).document;
}

const plateau = (config: object) => ({ class_name: 'ReduceLROnPlateau', config });

function record(epoch: number, val_loss: number): EpochRecord {
  return { epoch, loss: 0, val_loss };
}

/** The rate that each epoch is trained with, and the one after the last. */
function ratesOf(config: object, losses: readonly number[]): number[] {
  const fit = createFit(documentWith(plateau(config)));
  fit.begin(0);
  const rates = losses.map((loss, i) => fit.observe(record(i + 1, loss), i + 1).record.learning_rate!);
  return [...rates, fit.rateAt(losses.length)];
}

// Worked through Keras's ReduceLROnPlateau.on_epoch_end by hand.
test.each<[string, object, number[], number[]]>([
  [
    'two epochs without a gain halve it',
    { factor: 0.5, patience: 2 },
    [3, 3, 3, 3, 3],
    [0.8, 0.8, 0.8, 0.4, 0.4, 0.2],
  ],
  [
    'a gain starts the patience anew',
    { factor: 0.5, patience: 2 },
    [3, 3, 2, 2, 2],
    [0.8, 0.8, 0.8, 0.8, 0.8, 0.4],
  ],
  [
    'a gain of less than min_delta is none',
    { factor: 0.5, patience: 1, min_delta: 0.5 },
    [3, 2.6, 2.4],
    [0.8, 0.8, 0.4, 0.4],
  ],
  // Epoch 2 reduces; 3 and 4 cool down (counted off first, so that 4 waits for nothing any more); 4 counts again.
  [
    'epochs of cooldown do not count',
    { factor: 0.5, patience: 1, cooldown: 2 },
    [3, 3, 3, 3, 3, 3],
    [0.8, 0.8, 0.4, 0.4, 0.2, 0.2, 0.1],
  ],
  ['min_lr is the end', { factor: 0.1, patience: 1, min_lr: 0.5 }, [3, 3, 3], [0.8, 0.8, 0.5, 0.5]],
  ['mode max turns it round', { factor: 0.5, patience: 1, mode: 'max' }, [1, 2, 1], [0.8, 0.8, 0.8, 0.4]],
  [
    'a figure that is not there changes nothing',
    { monitor: 'val_accuracy', factor: 0.5, patience: 0 },
    [3, 3, 3],
    [0.8, 0.8, 0.8, 0.8],
  ],
])('ReduceLROnPlateau: %s', (_, config, losses, rates) => {
  expect(ratesOf(config, losses).map((rate) => Number(rate.toFixed(9)))).toEqual(rates);
});

test('a reduction is told with its epoch, its step and both rates', () => {
  const fit = createFit(documentWith(plateau({ patience: 1, factor: 0.25 })));
  fit.begin(0);
  expect(fit.observe(record(1, 1), 10).moments).toEqual([]);
  expect(fit.observe(record(2, 1), 20).moments).toEqual([
    { type: 'rate', epoch: 2, step: 20, from: 0.8, to: 0.2 },
  ]);
});

test('going on from a state is going on', () => {
  const document = documentWith(plateau({ patience: 2, cooldown: 1, factor: 0.5 }), {
    class_name: 'EarlyStopping',
    config: { patience: 4 },
  });
  const losses = [3, 2, 2.5, 2.5, 2.4, 2.3, 2.2];
  const straight = createFit(document);
  straight.begin(0);
  const expected = losses.map((loss, i) => straight.observe(record(i + 1, loss), i + 1));
  for (let cut = 1; cut < losses.length; cut++) {
    let fit = createFit(document);
    fit.begin(0);
    const seen = losses.map((loss, i) => {
      // As it crosses to a new worker.
      if (i === cut) fit = createFit(document, structuredClone(fit.state));
      fit.begin(i);
      return fit.observe(record(i + 1, loss), i + 1);
    });
    expect(seen).toEqual(expected);
  }
  expect(expected.map(({ stop }) => stop).indexOf(true)).toBe(5);
});

test('another fit begins with fresh callbacks, at the rate the last one ended with', () => {
  const fit = createFit(documentWith(plateau({ patience: 1, factor: 0.5 })));
  fit.begin(0);
  fit.observe(record(1, 1), 1);
  fit.observe(record(2, 1), 2);
  fit.end();
  fit.begin(2);
  // The first epoch of a fit is the best so far, however bad.
  expect(fit.observe(record(3, 9), 3).moments).toEqual([]);
  expect(fit.rateAt(3)).toBe(0.4);
});

test('the weights to go back to are those of the best epoch of this fit', () => {
  const early = { class_name: 'EarlyStopping', config: { patience: 9, restore_best_weights: true } };
  const fit = createFit(documentWith(early));
  const weights = [1, 2, 3].map(
    (mark): Weights => new Map([['dense', [{ name: `${mark}`, shape: [], data: new Float32Array(0) }]]]),
  );
  fit.begin(4);
  [2, 1, 3].forEach((loss, i) => {
    for (const callback of fit.observe(record(5 + i, loss), 5 + i).keeps) fit.keep(callback, weights[i]!);
  });
  expect(fit.end()).toEqual({ weights: weights[1], epoch: 6 });
  expect(createFit(documentWith()).end()).toBeUndefined();
});
