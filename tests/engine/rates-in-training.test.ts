import { expect, test } from 'vitest';
import type { EngineEvent } from '../../src/engine/engine.ts';
import type { Weights } from '../../src/model/trace.ts';
import { openSession } from './session-in-node.ts';

const document = {
  kernelscope: 1,
  seed: 3,
  dataset: { name: 'mnist', train: 96, test: 10 },
  model: {
    input_shape: [28, 28, 1],
    layers: [
      { class_name: 'Flatten' },
      { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
    ],
  },
  fit: { epochs: 2, batch_size: 16 },
};

function compiledWith(learning_rate: unknown) {
  const optimizer = { class_name: 'SGD', config: { learning_rate } };
  return { ...document, compile: { optimizer, loss: 'categorical_crossentropy' } };
}

function numbersOf(weights: Weights): number[] {
  return [...weights.values()].flat().flatMap((weight) => [...weight.data]);
}

test('a schedule follows from the step, also over single ones, down to a rate of 0', async () => {
  const { session, build } = await openSession();
  const cosine = { class_name: 'CosineDecay', config: { initial_learning_rate: 0.1, decay_steps: 8 } };
  await build(compiledWith(cosine));
  await session.train({ epochs: 2 });
  const straight = numbersOf(await session.getWeights());

  await build(compiledWith(cosine));
  for (let batch = 1; batch <= 8; batch++) await session.train({ until: 'batch' });
  const decayed = numbersOf(await session.getWeights());
  // What is left is trained at a rate of 0.
  await session.train({ until: 'epoch' });
  expect(numbersOf(await session.getWeights())).toEqual(decayed);
  expect(decayed).toEqual(straight);

  await build(compiledWith(0.1));
  await session.train({ epochs: 2 });
  expect(numbersOf(await session.getWeights())).not.toEqual(straight);
}, 30_000);

test('the first batch of a schedule is trained at its initial rate', async () => {
  const { session, build } = await openSession();
  const config = { initial_learning_rate: 0.1, decay_steps: 1, decay_rate: 0.5, staircase: true };
  await build(compiledWith({ class_name: 'ExponentialDecay', config }));
  await session.train({ until: 'batch' });
  const scheduled = numbersOf(await session.getWeights());
  await build(compiledWith(0.1));
  await session.train({ until: 'batch' });
  expect(numbersOf(await session.getWeights())).toEqual(scheduled);
});

test('what callbacks do is told as moments, and the rate they set outlives a pause', async () => {
  const { session, build, events } = await openSession();
  const callbacks = [
    { class_name: 'ReduceLROnPlateau', config: { monitor: 'loss', patience: 1, min_delta: 10, factor: 0.5 } },
    {
      class_name: 'EarlyStopping',
      config: { monitor: 'loss', patience: 3, min_delta: 10, restore_best_weights: true },
    },
  ];
  await build({ ...compiledWith(0.01), fit: { ...document.fit, callbacks } });
  await session.train({ until: 'epoch' });
  const best = numbersOf(await session.getWeights());
  await session.train({ until: 'batch' });
  expect(await session.train({ epochs: 9 })).toBe('finished');
  const told = (event: EngineEvent) => (event.type === 'moment' ? [event.moment] : []);
  expect(events.flatMap(told)).toEqual([
    { type: 'rate', epoch: 2, step: 12, from: 0.01, to: 0.005 },
    { type: 'rate', epoch: 3, step: 18, from: 0.005, to: 0.0025 },
    { type: 'rate', epoch: 4, step: 24, from: 0.0025, to: 0.00125 },
    { type: 'stopped', epoch: 4, step: 24 },
    { type: 'best', epoch: 1, step: 6 },
  ]);
  expect(numbersOf(await session.getWeights())).toEqual(best);
});
