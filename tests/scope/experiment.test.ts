import { expect, test } from 'vitest';
import { spreadOf } from '../../src/model/spread-of-scores.ts';
import { FakeEngine } from './fake-engine.ts';
import { seenOf, setUp, small, trainable } from './setup.ts';

async function withSpare(document: unknown = trainable) {
  const engines: FakeEngine[] = [];
  const spare = () => {
    const engine = new FakeEngine();
    engines.push(engine);
    return engine;
  };
  return { ...(await setUp(document, { spare })), engines };
}

test('a score for each seed, their mean and deviation; nothing in hand changes', async () => {
  const given = await withSpare();
  const before = await seenOf(given);
  const told: unknown[] = [];
  given.scope.on('score', (score) => told.push(score));
  const { scores, stopped, ...spread } = await given.scope.experiment({ repeats: 3, epochs: 1 });
  expect(scores.map(({ seed }) => seed)).toEqual([3, 4, 5]);
  expect(spread).toEqual(spreadOf(scores));
  expect(stopped).toBe('finished');
  expect(told).toEqual(scores);
  expect(await seenOf(given)).toEqual(before);
  expect(given.engines).toHaveLength(1);
  expect(given.engines[0]!.destroyed).toBe(true);
  expect(given.stores.experiment.getState()).toMatchObject({ status: 'idle', repeats: 3, scores });
});

test.each([
  ['pause', (scope) => scope.pause()],
  ['another document', (scope) => scope.setDocument(small)],
] as const satisfies [string, (scope: Awaited<ReturnType<typeof withSpare>>['scope']) => unknown][])(
  '%s ends it, and what was measured stays',
  async (_, end) => {
    const { scope, engines, stores } = await withSpare();
    const first = new Promise((resolve) => scope.on('score', resolve));
    const running = scope.experiment();
    await first;
    await end(scope);
    const { scores, stopped } = await running;
    expect(stopped).toBe('paused');
    expect(scores.length).toBeGreaterThan(0);
    expect(scores.length).toBeLessThan(10);
    expect(engines[0]!.destroyed).toBe(true);
    expect(stores.experiment.getState().status).toBe('idle');
  },
);

test('one at a time: training is refused meanwhile, and an experiment while it trains', async () => {
  const { scope } = await withSpare();
  const running = scope.experiment({ repeats: 2 });
  await expect(scope.train()).rejects.toMatchObject({ code: 'busy', path: 'train' });
  await expect(scope.experiment()).rejects.toMatchObject({ code: 'busy', path: 'experiment' });
  await running;
  const training = scope.train();
  await expect(scope.experiment()).rejects.toMatchObject({ code: 'busy' });
  await training;
});

test.each([
  [{ repeats: 0 }, 'range', 'repeats'],
  [{ repeats: 101 }, 'range', 'repeats'],
  [{ repeats: '2' }, 'type', 'repeats'],
  [{ epochs: 1.5 }, 'range', 'epochs'],
  [{ seeds: 3 }, 'unknown-key', 'seeds'],
])('%j is refused', async (options, code, path) => {
  const { scope } = await withSpare();
  await expect(scope.experiment(options as object)).rejects.toMatchObject({ code, path });
});

test('what cannot be trained is refused, and where there is no second engine', async () => {
  const { scope } = await withSpare(small);
  await expect(scope.experiment()).rejects.toMatchObject({ code: 'not-compiled' });
  await expect((await setUp()).scope.experiment()).rejects.toMatchObject({ code: 'unsupported' });
});

test('an engine that fails ends it with its error', async () => {
  const { scope, engines, stores } = await withSpare();
  scope.on('score', () => engines[0]!.failing.set('train', new Error('out of memory')));
  await expect(scope.experiment()).rejects.toMatchObject({ code: 'engine' });
  expect(stores.experiment.getState()).toMatchObject({ status: 'idle', scores: [{ seed: 3 }] });
});

test('the spread of scores: NumPy’s mean and std', () => {
  const { mean, standard_deviation } = spreadOf([
    { seed: 1, accuracy: 0.5 },
    { seed: 2, accuracy: 0.7 },
    { seed: 3, accuracy: 0.9 },
  ]);
  expect(mean.accuracy).toBeCloseTo(0.7, 12);
  expect(standard_deviation.accuracy).toBeCloseTo(0.16329931618554522, 12);
  expect(spreadOf([])).toEqual({ mean: {}, standard_deviation: {} });
});
