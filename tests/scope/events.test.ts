import { afterEach, describe, expect, test, vi } from 'vitest';
import { createScope } from '../../src/scope/create-scope.ts';
import type { ScopeEvents } from '../../src/scope/scope.ts';
import { createStores } from '../../src/stores/stores.ts';
import { FakeEngine } from './fake-engine.ts';
import { setUp, small, trainable } from './setup.ts';

afterEach(() => void vi.useRealTimers());

const NAMES = ['ready', 'document', 'trace', 'batch', 'epoch', 'trained', 'focus', 'error'] as const;

test('events come in the order of what happened', async () => {
  const engine = new FakeEngine();
  const scope = createScope({ engine, stores: createStores(trainable), pageUrl: () => '' });
  const seen: string[] = [];
  for (const name of NAMES) scope.on(name, () => seen.push(name));
  await scope.ready;
  expect(seen).toEqual(['document', 'trace', 'ready']);
  seen.length = 0;
  await scope.setDocument({ ...trainable, fit: { epochs: 1 } });
  await scope.train();
  const batch = ['batch', 'trace'];
  expect(seen).toEqual([
    'document',
    'trace',
    ...batch,
    ...batch,
    ...batch,
    ...batch,
    'epoch',
    'trace',
    'trained',
  ]);
});

test('a handler is taken off by what `on` returns', async () => {
  const { scope } = await setUp(small);
  const handler = vi.fn();
  const off = scope.on('document', handler);
  const again = scope.on('document', handler);
  await scope.setDocument(small);
  expect(handler).toHaveBeenCalledTimes(2);
  off();
  off();
  await scope.setDocument(small);
  expect(handler).toHaveBeenCalledTimes(3);
  again();
  await scope.setDocument(small);
  expect(handler).toHaveBeenCalledTimes(3);
});

test('a handler that throws breaks nothing, and its error is not swallowed', async () => {
  const { scope } = await setUp(small);
  vi.useFakeTimers({ toFake: ['setTimeout'] });
  scope.on('document', () => {
    throw new Error('mine');
  });
  const other = vi.fn();
  scope.on('document', other);
  await scope.setDocument({ ...small, title: 'Next' });
  expect(other).toHaveBeenCalledOnce();
  expect(scope.getDocument()).toMatchObject({ title: 'Next' });
  expect(() => vi.runAllTimers()).toThrow('mine');
});

test('unknown events and handlers that are none are refused', async () => {
  const { scope } = await setUp(small);
  expect(() => scope.on('toString' as keyof ScopeEvents, () => undefined)).toThrow(/ready, document/);
  expect(() => scope.on('batch', 7 as never)).toThrow(/function/);
});

test('focus follows the view, once a cell', async () => {
  const { scope, stores } = await setUp(small);
  const seen: unknown[] = [];
  scope.on('focus', (focus) => seen.push(focus));
  const [one, two] = [
    { layer: 'conv', index: [0, 0, 0] },
    { layer: 'conv', index: [0, 1, 0] },
  ];
  stores.view.setState({ cell: one });
  stores.view.setState({ cell: { layer: 'conv', index: [0, 0, 0] } });
  stores.view.setState({ hover: two });
  stores.view.setState({ hover: undefined });
  expect(seen).toEqual([one, two, one]);
});

test('what belongs to an older run is dropped', async () => {
  const { scope, engine, stores } = await setUp();
  const { runId } = engine;
  await scope.reset();
  const before = stores.trace.getState();
  const progress = { step: 1, ofSteps: 2, epoch: 1, secondsLeft: 1 };
  engine.emit({ type: 'batches', runId, records: [{ step: 1, loss: 1 }], progress });
  engine.emit({ type: 'epoch', runId, record: { epoch: 1, loss: 1 } });
  const { trace, weights } = before;
  engine.emit({ type: 'live', runId, step: 1, trace: trace!, weights });
  // One of this run that comes after its end.
  engine.emit({ type: 'live', runId: engine.runId, step: 1, trace: trace!, weights: new Map() });
  expect(scope.history()).toMatchObject({ batches: [], epochs: [] });
  expect(stores.trace.getState()).toBe(before);
});

test('a recovery is said, with the backend that goes on', async () => {
  const { scope, engine, stores } = await setUp();
  const backend = { ...scope.backend(), name: 'wasm', reason: 'lost-context' } as const;
  engine.emit({ type: 'recovered', cause: 'context', backend });
  expect(scope.backend()).toEqual(backend);
  expect(stores.status.getState().notice).toMatch(/GPU/);
});

describe('ready', () => {
  test('rejects when the first build fails, and the error is told', async () => {
    const engine = new FakeEngine();
    engine.failing.set('build', new Error('no memory'));
    const stores = createStores(trainable);
    const scope = createScope({ engine, stores });
    const told = vi.fn();
    scope.on('error', told);
    await expect(scope.ready).rejects.toMatchObject({ code: 'engine' });
    expect(stores.status.getState()).toMatchObject({ phase: 'failed', error: { code: 'engine' } });
    expect(told).toHaveBeenCalledOnce();
    expect(() => scope.backend()).toThrow(/started/);
    await expect(scope.activations()).rejects.toMatchObject({ code: 'engine' });
    await scope.setDocument(small);
    expect(Object.keys(await scope.activations())).toHaveLength(3);
  });

  test('rejects after 5 s when nothing answers, and leaves no timer', async () => {
    vi.useFakeTimers();
    const engine = new FakeEngine();
    engine.build = () => new Promise(() => undefined);
    const scope = createScope({ engine, stores: createStores(trainable) });
    const outcome = expect(scope.ready).rejects.toMatchObject({ code: 'engine', reason: 'slow-start' });
    await vi.advanceTimersByTimeAsync(5000);
    await outcome;
    expect(vi.getTimerCount()).toBe(0);
  });

  test('resolves without the choice of a backend where that takes longer', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const engine = new FakeEngine();
    engine.backend = () => new Promise(() => undefined);
    const scope = createScope({ engine, stores: createStores(trainable) });
    await scope.setDocument(small);
    await vi.advanceTimersByTimeAsync(5000);
    await scope.ready;
    expect(() => scope.backend()).toThrow(/started/);
  });

  test('leaves no timer when all is well', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    await setUp();
    expect(vi.getTimerCount()).toBe(0);
  });
});
