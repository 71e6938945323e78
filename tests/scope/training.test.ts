import { describe, expect, test } from 'vitest';
import { seenOf, setUp, small, trainable } from './setup.ts';

describe('train', () => {
  test('resolves with the history, and the scope has what the engine ended with', async () => {
    const { scope, engine, stores } = await setUp();
    const before = (await scope.getWeights('out'))[0]!.data;
    const history = await scope.train();
    expect(history).toMatchObject({ runId: engine.runId, stopped: 'finished' });
    expect(history.batches.map(({ step }) => step)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(history.epochs.map(({ epoch }) => epoch)).toEqual([1, 2]);
    expect(scope.history()).toEqual(history);
    expect((await scope.getWeights('out'))[0]!.data[0]).toBeCloseTo(before[0]! + 0.008, 6);
    expect(stores.trace.getState()).toMatchObject({ provenance: 'trained' });
    const why = await scope.explain('out', [1]);
    const { out } = await scope.activations('out', { pre: true });
    expect(why.pre_activation).toBeCloseTo(out!.data[1]!, 5);
    expect(stores.run.getState().status).toBe('idle');
  });

  test('the health of the layers is the history’s, until the next run', async () => {
    const { scope, engine } = await setUp();
    await scope.step('batch');
    expect(scope.history()).not.toHaveProperty('health');
    const health = { step: 1, layers: [{ layer: 'out', saturated: 0.5, gradient: 2 }] };
    engine.emit({ type: 'health', runId: engine.runId - 1, health: { ...health, step: 9 } });
    engine.emit({ type: 'health', runId: engine.runId, health });
    expect(scope.history().health).toEqual(health);
    await scope.reset();
    expect(scope.history()).not.toHaveProperty('health');
  });

  test('one that is paused before its first batch changes nothing, and hand-made weights stay so', async () => {
    const { scope, stores } = await setUp();
    await scope.editWeights('out', [{ weight: 'kernel', index: [0, 0], value: 2 }]);
    const before = stores.trace.getState();
    const run = scope.train();
    await scope.pause();
    expect(await run).toMatchObject({ batches: [], stopped: 'paused' });
    expect(stores.trace.getState()).toBe(before);
  });

  test('continues: steps count on, a step is one batch or the rest of the epoch', async () => {
    const { scope } = await setUp();
    expect((await scope.step('batch')).batches).toHaveLength(1);
    expect((await scope.step('epoch')).batches).toHaveLength(4);
    expect((await scope.train({ epochs: 1 })).batches).toHaveLength(8);
  });

  test.each([
    [0, 'range'],
    [-1, 'range'],
    [1.5, 'range'],
    [Number.NaN, 'range'],
    [Number.POSITIVE_INFINITY, 'range'],
    ['3', 'type'],
    [null, 'type'],
  ])('%s epochs are refused', async (epochs, code) => {
    const { scope } = await setUp();
    await expect(scope.train({ epochs: epochs as number })).rejects.toMatchObject({ code, path: 'epochs' });
  });

  test('what cannot be trained is refused', async () => {
    const { scope } = await setUp(small);
    const compiled = { ...small, compile: trainable.compile };
    await expect(scope.train()).rejects.toMatchObject({ code: 'not-compiled' });
    await expect(scope.evaluate({ split: 'test' })).rejects.toMatchObject({ code: 'not-compiled' });
    await scope.setDocument(compiled);
    await expect(scope.train()).rejects.toMatchObject({ code: 'dataset-shape', path: 'model.input_shape' });
    await expect(scope.step('batch')).rejects.toMatchObject({ code: 'dataset-shape' });
    await expect(scope.evaluate({ split: 'train' })).rejects.toMatchObject({ code: 'dataset-shape' });
    const layers = trainable.model.layers.slice(0, 2);
    await scope.setDocument({ ...trainable, model: { ...trainable.model, layers } });
    await expect(scope.train()).rejects.toMatchObject({
      code: 'dataset-shape',
      path: 'model.layers',
      received: '[16]',
    });
    await expect(scope.step('week' as 'batch')).rejects.toMatchObject({ code: 'range', path: 'unit' });
  });

  test('a second run, a step, weights and an evaluation meanwhile are refused as busy', async () => {
    const { scope } = await setUp();
    const run = scope.train({ epochs: 1000 });
    await expect(scope.train()).rejects.toMatchObject({ code: 'busy' });
    await expect(scope.step('batch')).rejects.toMatchObject({ code: 'busy' });
    await expect(scope.evaluate({ split: 'test' })).rejects.toMatchObject({ code: 'busy' });
    const weights = await scope.getWeights('out');
    await expect(scope.setWeights('out', weights)).rejects.toMatchObject({ code: 'busy' });
    await scope.pause();
    expect(await run).toMatchObject({ stopped: 'paused' });
  });

  test('pause ends it after the batch in hand; without a run it does nothing', async () => {
    const { scope, stores } = await setUp();
    await scope.pause();
    const run = scope.train({ epochs: 1000 });
    await scope.pause();
    expect(stores.run.getState().status).toBe('idle');
    const history = await run;
    expect(history.stopped).toBe('paused');
    expect((await scope.step('batch')).batches).toHaveLength(history.batches.length + 1);
  });

  test('a pause that the engine misses or rejects is asked for again', async () => {
    const { scope, engine } = await setUp();
    const run = scope.train({ epochs: 100_000 });
    await scope.activations();
    engine.failing.set('pause', new Error('worker gone'));
    await scope.pause();
    expect(await run).toMatchObject({ stopped: 'paused' });
    expect(engine.calls.filter((call) => call === 'pause')).toHaveLength(2);
  });

  test('another probe meanwhile is traced, and stays', async () => {
    const { scope, stores } = await setUp();
    const run = scope.train({ epochs: 1000 });
    await scope.setInput({ split: 'test', index: 5 });
    await new Promise((resolve) => setTimeout(resolve, 20));
    await scope.pause();
    await run;
    const { probe, trace } = stores.trace.getState();
    expect(probe).toMatchObject({ label: 5 });
    expect(trace!.input).toBe(probe.input);
  });

  test('another document meanwhile ends it', async () => {
    const { scope } = await setUp();
    const run = scope.train({ epochs: 1000 });
    const set = scope.setDocument({ ...trainable, title: 'Next' });
    expect(await run).toMatchObject({ stopped: 'replaced' });
    await set;
    expect(scope.history()).toMatchObject({ batches: [], epochs: [] });
    expect(scope.history()).not.toHaveProperty('stopped');
  });

  test('a document that the gate refuses leaves it running', async () => {
    const { scope, stores } = await setUp();
    const run = scope.train({ epochs: 1000 });
    await scope.activations();
    await expect(scope.setDocument({})).rejects.toThrow();
    expect(stores.run.getState().status).toBe('running');
    await scope.pause();
    await run;
  });

  test('another backend meanwhile pauses it', async () => {
    const { scope } = await setUp();
    const run = scope.train({ epochs: 1000 });
    await scope.setBackend('wasm');
    expect(await run).toMatchObject({ stopped: 'paused' });
  });

  test('NaN stops it, is told, and leaves the history', async () => {
    const { scope, engine, stores } = await setUp();
    const errors: Error[] = [];
    scope.on('error', (error) => errors.push(error));
    engine.notFiniteAt = 3;
    const history = await scope.train();
    expect(history).toMatchObject({ stopped: 'not-finite' });
    expect(history.batches).toHaveLength(2);
    expect(errors).toMatchObject([{ code: 'not-finite' }]);
    expect(stores.status.getState().error).toMatchObject({ code: 'not-finite' });
  });

  test('an engine that fails rejects the run and keeps everything', async () => {
    const page = await setUp();
    const before = await seenOf(page);
    page.engine.failing.set('train', new Error('worker gone'));
    await expect(page.scope.train()).rejects.toMatchObject({ code: 'engine' });
    expect(await seenOf(page)).toEqual({
      ...(before as object),
      history: expect.objectContaining({ stopped: 'failed' }),
    });
    expect((await page.scope.train({ epochs: 1 })).stopped).toBe('finished');
  });
});

describe('reset', () => {
  test('gives the weights of the seed and no history', async () => {
    const { scope } = await setUp();
    const fresh = await scope.getWeights('out');
    await scope.train({ epochs: 1 });
    await scope.reset();
    expect(await scope.getWeights('out')).toEqual(fresh);
    expect(scope.history().batches).toEqual([]);
  });

  test('with another seed changes the document, which undo brings back', async () => {
    const { scope } = await setUp();
    const fresh = await scope.getWeights('out');
    await scope.reset({ seed: 42 });
    expect(scope.getDocument()).toMatchObject({ seed: 42 });
    expect(await scope.getWeights('out')).not.toEqual(fresh);
    await scope.undo();
    expect(scope.getDocument()).toMatchObject({ seed: 3 });
    expect(await scope.getWeights('out')).toEqual(fresh);
  });

  test('a seed that is none is refused, nothing changes', async () => {
    const page = await setUp();
    const before = await seenOf(page);
    await expect(page.scope.reset({ seed: Number.NaN })).rejects.toMatchObject({ path: 'seed' });
    await expect(page.scope.reset({ seed: 'x' as unknown as number })).rejects.toMatchObject({
      path: 'seed',
    });
    expect(await seenOf(page)).toEqual(before);
  });

  test('ends a run', async () => {
    const { scope } = await setUp();
    const run = scope.train({ epochs: 1000 });
    await scope.reset();
    expect(await run).toMatchObject({ stopped: 'replaced' });
    expect(scope.history().batches).toEqual([]);
  });
});

test('evaluate gives loss, metrics and confusion', async () => {
  const { scope } = await setUp();
  expect(await scope.evaluate({ split: 'test' })).toEqual({
    loss: 0.25,
    accuracy: 0.75,
    confusion: [
      [3, 1],
      [0, 4],
    ],
  });
  await expect(scope.evaluate({ split: 'all' as 'test' })).rejects.toMatchObject({ code: 'not-found' });
  await expect(scope.evaluate(undefined as never)).rejects.toMatchObject({ code: 'not-found' });
});
