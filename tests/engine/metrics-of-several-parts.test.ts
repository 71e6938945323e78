import { expect, test } from 'vitest';
import { openSession } from './session-in-node.ts';

/** A step so small that no weight moves: what training measures is what an evaluation of the same rows does. */
const STILL = { class_name: 'SGD', config: { learning_rate: 1e-20 } };

test('AUC and R2 over an epoch with a short last batch are those of an evaluation of its rows', async () => {
  const { session, build, events } = await openSession();
  await build({
    kernelscope: 1,
    seed: 3,
    dataset: { name: 'mnist', train: 40, test: 40 },
    model: {
      input_shape: [28, 28, 1],
      layers: [
        { class_name: 'Flatten' },
        { class_name: 'Dense', config: { units: 10, activation: 'softmax' } },
      ],
    },
    compile: { optimizer: STILL, loss: 'categorical_crossentropy', metrics: ['r2_score', 'AUC', 'accuracy'] },
    fit: { epochs: 1, batch_size: 32, validation_split: 0 },
  });
  await session.train({ epochs: 1 });
  const epoch = events.find((event) => event.type === 'epoch')!.record;
  const { metrics } = await session.evaluate('train');
  for (const name of ['loss', 'r2_score', 'auc', 'accuracy']) {
    expect(epoch[name as 'loss'], name).toBeCloseTo(metrics[name]!, 5);
  }
  expect(metrics.auc).toBeGreaterThan(0.2);
  expect(metrics.auc).toBeLessThan(0.8);
});
